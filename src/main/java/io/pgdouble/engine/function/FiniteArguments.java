package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.DateTimes;

/**
 * A function that yields an infinite interval for an infinite argument where intervals may be that,
 * and complains where they may not. Infinite intervals are not simulated. Source: {@code
 * timestamp.c}.
 */
record FiniteArguments(Builtin function) implements Builtin {
  @Override
  public Object call(CallContext context, Object[] arguments) {
    if (MajorChange.INTERVALS_MAY_BE_INFINITE.isIn(context.types().major())) {
      for (Object argument : arguments) {
        requireFinite(argument);
      }
    }
    return function.call(context, arguments);
  }

  private static void requireFinite(Object argument) {
    boolean moment = argument instanceof Long timestamp && !DateTimes.isFinite(timestamp);
    boolean factor = argument instanceof Double number && number.isInfinite();
    if (moment || factor) {
      throw ErrorReport.notSimulated("infinite intervals").toException();
    }
  }
}
