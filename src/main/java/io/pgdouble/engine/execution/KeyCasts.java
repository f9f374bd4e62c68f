package io.pgdouble.engine.execution;

import io.pgdouble.type.TypeOid;

/**
 * From the value of a column that refers to another to a value of that one's type. They take it
 * from their frame's {@code caseTest}; where there can be no equal value they yield null.
 */
public final class KeyCasts {
  /** Both types have the same values. */
  public static final Evaluator SAME = frame -> frame.caseTest;

  private KeyCasts() {}

  public static boolean isInteger(int type) {
    return type == TypeOid.INT2 || type == TypeOid.INT4 || type == TypeOid.INT8;
  }

  /** Between integers of different width. */
  public static Evaluator toInteger(int type) {
    return frame -> {
      long value = ((Number) frame.caseTest).longValue();
      if (type == TypeOid.INT8) {
        return value;
      }
      if (type == TypeOid.INT4) {
        return value == (int) value ? (Object) (int) value : null;
      }
      return value == (short) value ? (Object) (short) value : null;
    };
  }

  /** The value of an integer expression in another width. */
  public static Evaluator of(Evaluator value, int type) {
    Evaluator cast = toInteger(type);
    return frame -> {
      Object outer = frame.caseTest;
      frame.caseTest = value.evaluate(frame);
      Object result = frame.caseTest == null ? null : cast.evaluate(frame);
      frame.caseTest = outer;
      return result;
    };
  }

  /** By a function that every value has a result of. */
  public static Evaluator by(Call cast) {
    return frame -> cast.call(frame.context, frame.caseTest);
  }
}
