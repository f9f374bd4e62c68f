package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Square roots. Server: {@code numeric.c: numeric_sqrt, sqrt_var}. */
final class NumericRoots {
  private NumericRoots() {}

  static Numeric sqrt(Numeric number) {
    if (number.isNaN()) {
      return number;
    }
    if (number.signum() < 0) {
      throw new ReportedError(
          SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION,
          "cannot take square root of a negative number");
    }
    if (number.isInfinite()) {
      return number;
    }
    BigDecimal value = number.value();
    int weight = NumericScale.weight(value);
    int rootWeight = weight >= 0 ? weight * 4 / 2 + 1 : 1 - (1 - weight * 4) / 2;
    int scale =
        NumericScale.display(NumericScale.MIN_SIGNIFICANT_DIGITS - rootWeight, number.scale());
    return Numeric.of(root(value, scale));
  }

  /** Rounded to a scale, halves up. */
  static BigDecimal root(BigDecimal value, int scale) {
    BigInteger scaled = value.scaleByPowerOfTen(2 * scale + 2).toBigInteger();
    return Numeric.rounded(new BigDecimal(scaled.sqrt(), scale + 1), scale);
  }
}
