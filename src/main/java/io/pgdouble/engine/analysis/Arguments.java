package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/** Arguments of calls. */
final class Arguments {
  private Arguments() {}

  static int[] types(List<Expression> arguments) {
    int[] types = new int[arguments.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = arguments.get(i).type();
    }
    return types;
  }

  /** {@code make_fn_arguments}: arguments of the declared types. */
  static List<Expression> convert(ParseState state, List<Expression> arguments, int[] declared) {
    List<Expression> converted = new ArrayList<>(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      Expression argument = arguments.get(i);
      converted.add(
          argument.type() == declared[i]
              ? argument
              : Coercion.coerce(state, argument, CastTarget.implicit(declared[i])));
    }
    return List.copyOf(converted);
  }
}
