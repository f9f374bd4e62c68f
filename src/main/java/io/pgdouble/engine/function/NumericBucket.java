package io.pgdouble.engine.function;

import io.pgdouble.type.Numeric;

/** {@code width_bucket} of {@code numeric}. Source: {@code numeric.c: width_bucket_numeric}. */
final class NumericBucket {
  private NumericBucket() {}

  static Object of(Object[] a) {
    Numeric operand = (Numeric) a[0];
    Numeric low = (Numeric) a[1];
    Numeric high = (Numeric) a[2];
    int count = (Integer) a[3];
    check(operand, low, high, count);
    return low.compareTo(high) < 0
        ? bucket(operand, low, high, count)
        : bucket(operand.negate(), low.negate(), high.negate(), count);
  }

  private static int bucket(Numeric operand, Numeric low, Numeric high, int count) {
    if (operand.compareTo(low) < 0) {
      return 0;
    }
    if (operand.compareTo(high) >= 0) {
      return Integers.add(count, 1);
    }
    Numeric share = operand.subtract(low).multiply(Numeric.of(count)).divide(high.subtract(low));
    // Roundoff could give a quotient of count, which is too large.
    return share.compareTo(Numeric.of(count)) >= 0
        ? count
        : (int) share.floor().toLong(64, "integer") + 1;
  }

  private static void check(Numeric operand, Numeric low, Numeric high, int count) {
    if (count <= 0) {
      throw WidthBucket.invalid("count must be greater than zero");
    }
    if (operand.isNaN() || low.isNaN() || high.isNaN()) {
      throw WidthBucket.invalid("operand, lower bound, and upper bound cannot be NaN");
    }
    if (low.isInfinite() || high.isInfinite()) {
      throw WidthBucket.invalid("lower and upper bounds must be finite");
    }
    if (low.equals(high)) {
      throw WidthBucket.invalid("lower bound cannot equal upper bound");
    }
  }
}
