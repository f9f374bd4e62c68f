package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Exponentials and powers. Server: {@code numeric.c: numeric_exp, numeric_power}. */
final class NumericPowers {
  private static final int GUARD_DIGITS = 10;

  /** {@code NUMERIC_MAX_RESULT_SCALE}. */
  private static final int MAX_RESULT_SCALE = 2000;

  private static final double LOG10_E = 0.434294481903252;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private NumericPowers() {}

  static Numeric exp(Numeric number) {
    if (!number.isFinite()) {
      return number.signum() < 0 ? Numeric.ZERO : number;
    }
    double weight = number.toDouble() * LOG10_E;
    weight = Math.min(Math.max(weight, -MAX_RESULT_SCALE), MAX_RESULT_SCALE);
    int scale =
        NumericScale.display(NumericScale.MIN_SIGNIFICANT_DIGITS - (int) weight, number.scale());
    return Numeric.of(exp(number.value(), scale));
  }

  /** Rounded to a scale. */
  private static BigDecimal exp(BigDecimal value, int scale) {
    double approximate = value.doubleValue();
    if (Math.abs(approximate) >= MAX_RESULT_SCALE * 3) {
      if (approximate > 0) {
        throw Numeric.overflow();
      }
      return BigDecimal.ZERO.setScale(scale);
    }
    int digits = Math.max(1, scale + (int) (approximate * LOG10_E) + 2) + GUARD_DIGITS;
    MathContext context = new MathContext(digits + 20);
    // e^x = (e^(x/2^n))^(2^n)
    int halvings = Math.max(0, Math.getExponent(Math.abs(approximate) + 1e-300) + 8);
    BigDecimal small = value.divide(TWO.pow(halvings), context);
    BigDecimal result = expNearZero(small, context);
    for (int i = 0; i < halvings; i++) {
      result = result.multiply(result, context);
    }
    return Numeric.rounded(result, scale);
  }

  private static BigDecimal expNearZero(BigDecimal x, MathContext context) {
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    BigDecimal least = BigDecimal.ONE.movePointLeft(context.getPrecision() + 2);
    for (int n = 1; term.abs().compareTo(least) > 0; n++) {
      term = term.multiply(x, context).divide(BigDecimal.valueOf(n), context);
      sum = sum.add(term, context);
    }
    return sum;
  }

  static Numeric power(Numeric base, Numeric exponent, int major) {
    if (base.isNaN()) {
      return exponent.isFinite() && exponent.signum() == 0 ? Numeric.ONE : base;
    }
    if (exponent.isNaN()) {
      return base.equals(Numeric.ONE) ? Numeric.ONE : exponent;
    }
    if (base.signum() == 0 && exponent.signum() < 0) {
      throw new ReportedError(
          SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION,
          "zero raised to a negative power is undefined");
    }
    if (base.signum() < 0 && !exponent.isIntegral()) {
      throw new ReportedError(
          SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION,
          "a negative number raised to a non-integer power yields a complex result");
    }
    return base.isFinite() && exponent.isFinite()
        ? Numeric.of(power(base.value(), exponent.value(), major))
        : powerInfinite(base, exponent);
  }

  /** POSIX's rules for pow(3) with an infinity on either side. */
  private static Numeric powerInfinite(Numeric base, Numeric exponent) {
    if (base.equals(Numeric.ONE) || exponent.signum() == 0) {
      return Numeric.ONE;
    }
    if (base.signum() == 0) {
      return Numeric.ZERO;
    }
    if (exponent.isInfinite()) {
      int size = base.abs().compareTo(Numeric.ONE);
      if (size == 0) {
        return Numeric.ONE;
      }
      return size > 0 == exponent.signum() > 0 ? Numeric.INFINITY : Numeric.ZERO;
    }
    if (exponent.signum() < 0) {
      return Numeric.ZERO;
    }
    return base.signum() < 0 && isOdd(exponent.value()) ? Numeric.MINUS_INFINITY : Numeric.INFINITY;
  }

  private static boolean isOdd(BigDecimal whole) {
    return whole.toBigInteger().testBit(0);
  }

  private static BigDecimal power(BigDecimal base, BigDecimal exponent, int major) {
    if (NumericScale.isInt(exponent)) {
      return MajorChange.DIGITS_OF_WHOLE_POWERS.isIn(major)
          ? powerInt(base, exponent)
          : powerIntOfOld(base, exponent);
    }
    if (base.signum() == 0) {
      return BigDecimal.ZERO.setScale(NumericScale.MIN_SIGNIFICANT_DIGITS);
    }
    BigDecimal result = powerPositive(base.abs(), exponent);
    return base.signum() < 0 && isOdd(exponent) ? result.negate() : result;
  }

  private static BigDecimal powerPositive(BigDecimal base, BigDecimal exponent) {
    int lnWeight = NumericScale.ofLogarithm(base);
    int roughScale = Math.max(0, 8 - lnWeight);
    BigDecimal rough = NumericLogarithms.ln(base, roughScale).multiply(exponent);
    double estimate = Numeric.rounded(rough, roughScale).doubleValue();
    if (Math.abs(estimate) > MAX_RESULT_SCALE * 3.01) {
      if (estimate > 0) {
        throw Numeric.overflow();
      }
      return BigDecimal.ZERO.setScale(NumericScale.MAX_DISPLAY_SCALE);
    }
    int weight = (int) (estimate * LOG10_E);
    int scale =
        NumericScale.display(
            NumericScale.MIN_SIGNIFICANT_DIGITS - weight, base.scale(), exponent.scale());
    int digits = Math.max(0, Math.max(0, scale + weight) - lnWeight + 8);
    BigDecimal product = NumericLogarithms.ln(base, digits).multiply(exponent);
    return exp(Numeric.rounded(product, digits), scale);
  }

  /** Server: {@code power_var_int}. */
  private static BigDecimal powerInt(BigDecimal base, BigDecimal exponent) {
    int times = exponent.intValueExact();
    double weight = base.signum() == 0 ? 0 : NumericScale.log10(base) * times;
    if (weight > (Short.MAX_VALUE + 1) * 4.0) {
      throw Numeric.overflow();
    }
    if (weight + 1 < -NumericScale.MAX_DISPLAY_SCALE) {
      return BigDecimal.ZERO.setScale(NumericScale.MAX_DISPLAY_SCALE);
    }
    int scale =
        NumericScale.display(
            NumericScale.MIN_SIGNIFICANT_DIGITS - (int) weight, base.scale(), exponent.scale());
    if (times == 0) {
      return BigDecimal.ONE.setScale(scale);
    }
    if (base.signum() == 0) {
      return BigDecimal.ZERO.setScale(scale);
    }
    return powerInt(base, times, scale);
  }

  /** The same of version 15 and before, whose digits only the base told. */
  private static BigDecimal powerIntOfOld(BigDecimal base, BigDecimal exponent) {
    int times = exponent.intValueExact();
    int scale = NumericScale.display(NumericScale.MIN_SIGNIFICANT_DIGITS, base.scale());
    if (times == 0) {
      return BigDecimal.ONE.setScale(scale);
    }
    if (base.signum() == 0) {
      return BigDecimal.ZERO.setScale(scale);
    }
    double weight = NumericScale.log10(base) * times;
    if (weight > 3.0 * Short.MAX_VALUE * 4) {
      throw Numeric.overflow();
    }
    return weight + 1 < -scale ? BigDecimal.ZERO.setScale(scale) : powerInt(base, times, scale);
  }

  private static BigDecimal powerInt(BigDecimal base, int times, int scale) {
    double weight = NumericScale.log10(base) * times;
    int digits = Math.max(1, scale + (int) weight + 2) + GUARD_DIGITS;
    MathContext context = new MathContext(digits + 12);
    BigDecimal power = raised(base, BigInteger.valueOf(times).abs(), context);
    return times > 0
        ? Numeric.rounded(power, scale)
        : BigDecimal.ONE.divide(power, scale, RoundingMode.HALF_UP);
  }

  private static BigDecimal raised(BigDecimal base, BigInteger times, MathContext context) {
    BigDecimal result = BigDecimal.ONE;
    for (int bit = times.bitLength() - 1; bit >= 0; bit--) {
      result = result.multiply(result, context);
      if (times.testBit(bit)) {
        result = result.multiply(base, context);
      }
    }
    return result;
  }
}
