package io.pgdouble.engine.function;

import io.pgdouble.type.ArrayValue;

/** {@code num_nulls} and {@code num_nonnulls}. Source: {@code misc.c}. */
final class NullCounting {
  private NullCounting() {}

  /** Null where the arguments were handed as a null array. */
  static Integer nulls(CallContext context, Object[] arguments) {
    Object[] values = values(context, arguments);
    if (values == null) {
      return null;
    }
    int count = 0;
    for (Object value : values) {
      count += value == null ? 1 : 0;
    }
    return count;
  }

  static Integer nonNulls(CallContext context, Object[] arguments) {
    Object[] values = values(context, arguments);
    return values == null ? null : values.length - nulls(context, arguments);
  }

  private static Object[] values(CallContext context, Object[] arguments) {
    if (context.site().variadicArray() == CallSite.Variadic.SPREAD) {
      return arguments;
    }
    ArrayValue array = (ArrayValue) arguments[0];
    return array == null ? null : array.elements();
  }
}
