package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Param;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryExpressions;
import io.pgdouble.engine.tree.ParamRef;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.Optional;

/** Parameters and the types they are found to have ({@code parse_param.c}). */
final class Parameters {
  /** {@code MaxAllocSize / sizeof(Oid)}. */
  private static final int MAX_PARAMETERS = 0x3fffffff / 4;

  private Parameters() {}

  static Expression reference(ParseState state, ParamRef ref) {
    int number = ref.number();
    if (state.parameters.resolver().isPresent()) {
      return VariableReferences.numbered(state, ref).orElseThrow(() -> noSuch(ref));
    }
    if (state.parameters.isVariable()) {
      return variable(state, ref);
    }
    int type = number > 0 && number <= state.parameters.count() ? state.parameters.get(number) : 0;
    if (type == 0) {
      throw noSuch(ref);
    }
    return param(state, number, type, ref.location());
  }

  private static Expression variable(ParseState state, ParamRef ref) {
    int number = ref.number();
    if (number <= 0 || number > MAX_PARAMETERS) {
      throw noSuch(ref);
    }
    state.parameters.grow(number);
    if (state.parameters.get(number) == 0) {
      state.parameters.set(number, TypeOid.UNKNOWN);
    }
    return param(state, number, state.parameters.get(number), ref.location());
  }

  private static RuntimeException noSuch(ParamRef ref) {
    return Complaint.error(
        ref.location(), SqlState.UNDEFINED_PARAMETER, "there is no parameter $" + ref.number());
  }

  private static Param param(ParseState state, int number, int type, int location) {
    return new Param(number, type, -1, Coercion.collationOf(state, type), location);
  }

  /**
   * {@code variable_coerce_param_hook}: the first use that wants a type decides. Empty where the
   * parameter already has a type, and is converted as anything else is.
   */
  static Optional<Expression> coerce(ParseState state, Param param, CastTarget target) {
    if (param.type() != TypeOid.UNKNOWN) {
      return Optional.empty();
    }
    int known = state.parameters.get(param.number());
    if (known == TypeOid.UNKNOWN) {
      state.parameters.set(param.number(), target.type());
    } else if (known != target.type()) {
      throw Complaint.at(
              param.location(),
              SqlState.AMBIGUOUS_PARAMETER,
              "inconsistent types deduced for parameter $" + param.number())
          .withDetail(TypeFacts.name(known) + " versus " + TypeFacts.name(target.type()))
          .toException();
    }
    int location = param.location();
    if (target.location() >= 0 && (location < 0 || target.location() < location)) {
      location = target.location();
    }
    return Optional.of(param(state, param.number(), target.type(), location));
  }

  /** {@code check_variable_parameters}, and that every one has got a type. */
  static void check(ParameterTypes types, Query query) {
    new Checker(types).query(query);
    requireDetermined(types);
  }

  static void requireDetermined(ParameterTypes types) {
    for (int number = 1; number <= types.count(); number++) {
      int type = types.get(number);
      if (type == 0 || type == TypeOid.UNKNOWN) {
        throw Complaint.error(-1, SqlState.INDETERMINATE_DATATYPE, undetermined(number));
      }
    }
  }

  private static String undetermined(int number) {
    return "could not determine data type of parameter $" + number;
  }

  /** Finds uses that were analysed before another use decided the type. */
  private static final class Checker extends ExpressionWalker {
    private final ParameterTypes types;

    Checker(ParameterTypes types) {
      this.types = types;
    }

    @Override
    public Boolean onParam(Param node) {
      if (node.type() != types.get(node.number())) {
        throw Complaint.error(
            node.location(), SqlState.AMBIGUOUS_PARAMETER, undetermined(node.number()));
      }
      return false;
    }

    @Override
    protected boolean query(Query query) {
      return QueryExpressions.walk(query, this, this::query);
    }
  }
}
