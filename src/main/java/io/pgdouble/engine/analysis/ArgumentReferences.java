package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.ParamRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The arguments of a function by their names in its body, where no relation has the name ({@code
 * functions.c: sql_fn_post_column_ref}).
 */
final class ArgumentReferences {
  private ArgumentReferences() {}

  /** An argument, perhaps with the function's name before it and with a field behind it. */
  static Optional<Expression> find(ParseState state, ColumnRef ref) {
    List<String> names = ref.fields();
    boolean owned = state.parameters.function().filter(names.get(0)::equals).isPresent();
    if (owned && names.size() > 1) {
      Optional<Expression> named = argument(state, names.subList(1, names.size()), ref);
      if (named.isPresent() || names.size() > 2) {
        return named;
      }
    }
    return argument(state, names, ref);
  }

  private static Optional<Expression> argument(
      ParseState state, List<String> names, ColumnRef ref) {
    OptionalInt number = state.parameters.number(names.get(0));
    if (number.isEmpty() || names.size() > 2) {
      return Optional.empty();
    }
    Expression whole = Parameters.reference(state, new ParamRef(number.getAsInt(), ref.location()));
    return names.size() == 1 ? Optional.of(whole) : RowFields.find(state, whole, names.get(1));
  }
}
