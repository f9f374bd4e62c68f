package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import java.math.BigDecimal;

/**
 * The doubles the C library must have answered. Its functions are not correctly rounded; but one
 * that is never wrong by more than half a unit in the last place and a margin can only answer the
 * double next to the true value, unless that is within the margin of the middle between two.
 */
enum CertainDoubles {
  /** {@code exp}, {@code log}, {@code pow}: glibc's worst known errors are below 0.53. */
  EXPONENTIAL("0.04"),
  /**
   * {@code sin}, {@code cos}, {@code asin}, {@code acos}, {@code atan}, {@code atan2}: glibc's
   * sources promise 0.55; of millions of values none was off by more than 0.521.
   */
  CIRCULAR("0.05"),
  /** {@code tan}: glibc's worst known error is 0.619; of the same values none exceeded 0.56. */
  TANGENT("0.12");

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final long FRACTION = (1L << 52) - 1;

  private final BigDecimal margin;

  CertainDoubles(String margin) {
    this.margin = new BigDecimal(margin);
  }

  /** The double next to a value, if there can be no doubt which one is meant. */
  double nearest(BigDecimal value) {
    double nearest = value.doubleValue();
    BigDecimal unit = new BigDecimal(Math.ulp(nearest));
    BigDecimal distance =
        value.subtract(new BigDecimal(nearest)).abs().divide(unit, BigReals.CONTEXT);
    boolean atPowerOfTwo = (Double.doubleToLongBits(nearest) & FRACTION) == 0;
    BigDecimal limit = (atPowerOfTwo ? QUARTER : HALF).subtract(margin);
    if (distance.compareTo(limit) > 0 || Math.abs(nearest) < Double.MIN_NORMAL) {
      throw inDoubt();
    }
    return nearest;
  }

  static ReportedError inDoubt() {
    return ErrorReport.notSimulated("the last digit the C library gives here").toException();
  }
}
