package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** {@code width_bucket} of {@code float8}. Source: {@code float.c: width_bucket_float8}. */
final class WidthBucket {
  private WidthBucket() {}

  static Object of(Object[] a) {
    double operand = (Double) a[0];
    double low = (Double) a[1];
    double high = (Double) a[2];
    int count = (Integer) a[3];
    check(operand, low, high, count);
    return low < high ? bucket(operand, low, high, count) : bucket(-operand, -low, -high, count);
  }

  private static int bucket(double operand, double low, double high, int count) {
    if (operand < low) {
      return 0;
    }
    if (operand >= high) {
      return Integers.add(count, 1);
    }
    double share =
        Double.isInfinite(high - low)
            ? (operand / 2 - low / 2) / (high / 2 - low / 2)
            : (operand - low) / (high - low);
    // The quotient could round to 1, which would be a lie.
    return Math.min((int) (count * share), count - 1) + 1;
  }

  private static void check(double operand, double low, double high, int count) {
    if (count <= 0) {
      throw invalid("count must be greater than zero");
    }
    if (Double.isNaN(operand) || Double.isNaN(low) || Double.isNaN(high)) {
      throw invalid("operand, lower bound, and upper bound cannot be NaN");
    }
    if (Double.isInfinite(low) || Double.isInfinite(high)) {
      throw invalid("lower and upper bounds must be finite");
    }
    if (low == high) {
      throw invalid("lower bound cannot equal upper bound");
    }
  }

  static ReportedError invalid(String message) {
    return new ReportedError(SqlState.INVALID_ARGUMENT_FOR_WIDTH_BUCKET_FUNCTION, message);
  }
}
