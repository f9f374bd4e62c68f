package io.pgdouble.type;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The scales PostgreSQL gives to results, which follow from the positions of its base-10000 digits.
 * Server: {@code numeric.c: select_div_scale, estimate_ln_dweight}.
 */
final class NumericScale {
  /** {@code NUMERIC_MIN_SIG_DIGITS}. */
  static final int MIN_SIGNIFICANT_DIGITS = 16;

  /** {@code NUMERIC_MAX_DISPLAY_SCALE}. */
  static final int MAX_DISPLAY_SCALE = 1000;

  private static final BigDecimal ZERO_POINT_NINE = new BigDecimal("0.9");
  private static final BigDecimal ONE_POINT_ONE = new BigDecimal("1.1");
  private static final double LN_10 = 2.302585092994046;

  private NumericScale() {}

  /** The position of the first base-10000 digit: 0 for 1 to 9999; 0 for zero. */
  static int weight(BigDecimal value) {
    if (value.signum() == 0) {
      return 0;
    }
    return Math.floorDiv(value.precision() - value.scale() - 1, 4);
  }

  /** The first {@code count} base-10000 digits as one number. */
  static long leadingDigits(BigDecimal value, int count) {
    BigDecimal scaled = value.abs().scaleByPowerOfTen(-4 * (weight(value) - count + 1));
    return scaled.toBigInteger().longValue();
  }

  /** Base-10000 digits from the first to the last that is not zero. */
  static int digitCount(BigDecimal value) {
    BigDecimal stripped = stripped(value);
    if (stripped.signum() == 0) {
      return 0;
    }
    int last = Math.floorDiv(-stripped.scale(), 4);
    return weight(value) - last + 1;
  }

  /** Without zeros at the end; Java's own way divides by ten once for each of them. */
  static BigDecimal stripped(BigDecimal value) {
    if (value.precision() < 100) {
      return value.stripTrailingZeros();
    }
    String digits = value.unscaledValue().toString();
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    int zeros = digits.length() - end;
    return new BigDecimal(new BigInteger(digits.substring(0, end)), value.scale() - zeros);
  }

  static int ofQuotient(BigDecimal dividend, BigDecimal divisor) {
    int quotientWeight = weight(dividend) - weight(divisor);
    if (leadingDigits(dividend, 1) <= leadingDigits(divisor, 1)) {
      quotientWeight--;
    }
    return display(MIN_SIGNIFICANT_DIGITS - quotientWeight * 4, dividend.scale(), divisor.scale());
  }

  /** Not below any operand's scale, nor beyond the greatest a result is shown with. */
  static int display(int wanted, int... operandScales) {
    int scale = Math.max(wanted, 0);
    for (int operandScale : operandScales) {
      scale = Math.max(scale, operandScale);
    }
    return Math.min(scale, MAX_DISPLAY_SCALE);
  }

  /** The decimal weight of the natural logarithm, roughly. */
  static int ofLogarithm(BigDecimal value) {
    if (value.signum() <= 0) {
      return 0;
    }
    if (value.compareTo(ZERO_POINT_NINE) >= 0 && value.compareTo(ONE_POINT_ONE) <= 0) {
      BigDecimal x = value.subtract(BigDecimal.ONE);
      return x.signum() == 0 ? 0 : weight(x) * 4 + (int) Math.log10(leadingDigits(x, 1));
    }
    int digits = Math.min(2, digitCount(value));
    double decimalWeight = (weight(value) - digits + 1) * 4;
    double ln = Math.log(leadingDigits(value, digits)) + decimalWeight * LN_10;
    return (int) Math.log10(Math.abs(ln));
  }

  /** log10 of a positive number from its first digits, as {@code power_var_int} estimates it. */
  static double log10(BigDecimal value) {
    int digits = Math.min(4, digitCount(value));
    return Math.log10(leadingDigits(value, digits)) + (weight(value) - digits + 1) * 4;
  }

  /** A whole number that fits an int, or nothing. */
  static boolean isInt(BigDecimal value) {
    BigDecimal stripped = stripped(value);
    if (stripped.scale() > 0 || stripped.precision() - stripped.scale() > 10) {
      return false;
    }
    BigInteger whole = stripped.toBigIntegerExact();
    return whole.bitLength() < 32;
  }
}
