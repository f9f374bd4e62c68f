package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Logarithms. Server: {@code numeric.c: numeric_ln, numeric_log, ln_var, log_var}. */
final class NumericLogarithms {
  private static final int GUARD_DIGITS = 10;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private NumericLogarithms() {}

  static Numeric ln(Numeric number) {
    if (number.isNaN()) {
      return number;
    }
    requirePositive(number);
    if (number.isInfinite()) {
      return number;
    }
    BigDecimal value = number.value();
    int scale =
        NumericScale.display(
            NumericScale.MIN_SIGNIFICANT_DIGITS - NumericScale.ofLogarithm(value), number.scale());
    return Numeric.of(ln(value, scale));
  }

  private static void requirePositive(Numeric number) {
    if (number.signum() > 0) {
      return;
    }
    throw new ReportedError(
        SqlState.INVALID_ARGUMENT_FOR_LOG,
        number.signum() < 0
            ? "cannot take logarithm of a negative number"
            : "cannot take logarithm of zero");
  }

  static Numeric log(Numeric base, Numeric number) {
    if (base.isNaN() || number.isNaN()) {
      return Numeric.NAN;
    }
    if (base.isFinite() && number.isFinite()) {
      requirePositive(base);
      requirePositive(number);
      return logFinite(base.value(), number.value());
    }
    return logInfinite(base, number);
  }

  /** Log of or to an infinity: inf/inf is NaN, what is divided by an infinity is zero. */
  private static Numeric logInfinite(Numeric base, Numeric number) {
    if (base.signum() < 0 || number.signum() < 0) {
      throw new ReportedError(
          SqlState.INVALID_ARGUMENT_FOR_LOG, "cannot take logarithm of a negative number");
    }
    requirePositive(base);
    requirePositive(number);
    if (base.isInfinite()) {
      return number.isInfinite() ? Numeric.NAN : Numeric.ZERO;
    }
    return Numeric.INFINITY;
  }

  private static Numeric logFinite(BigDecimal base, BigDecimal number) {
    int baseWeight = NumericScale.ofLogarithm(base);
    int resultWeight = NumericScale.ofLogarithm(number) - baseWeight;
    int scale =
        NumericScale.display(
            NumericScale.MIN_SIGNIFICANT_DIGITS - resultWeight, base.scale(), number.scale());
    int digits = Math.max(1, scale + resultWeight - baseWeight + 8) + GUARD_DIGITS;
    BigDecimal divisor = ln(base, digits);
    if (divisor.signum() == 0) {
      throw Numeric.divisionByZero();
    }
    return Numeric.of(
        ln(number, digits + Math.max(0, baseWeight)).divide(divisor, scale, RoundingMode.HALF_UP));
  }

  /** The natural logarithm of a positive number, rounded to a scale (at least 0). */
  static BigDecimal ln(BigDecimal value, int scale) {
    int wholeDigits = 7;
    MathContext context = new MathContext(Math.max(scale, 0) + wholeDigits + GUARD_DIGITS);
    // ln(x) = 2^n ln(x^(1/2^n)); near 1 the series of atanh converges fast.
    BigDecimal x = value;
    int halvings = 0;
    MathContext rootContext = new MathContext(context.getPrecision() + 40);
    while (x.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.05")) > 0) {
      x = x.sqrt(rootContext);
      halvings++;
    }
    BigDecimal ln = lnNearOne(x, rootContext);
    return Numeric.rounded(ln.multiply(TWO.pow(halvings)), Math.max(scale, 0));
  }

  private static BigDecimal lnNearOne(BigDecimal x, MathContext context) {
    BigDecimal y = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), context);
    if (y.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal square = y.multiply(y, context);
    BigDecimal power = y;
    BigDecimal sum = y;
    BigDecimal least = BigDecimal.ONE.movePointLeft(context.getPrecision() + 2).multiply(y.abs());
    for (int n = 3; power.abs().compareTo(least) > 0; n += 2) {
      power = power.multiply(square, context);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), context), context);
    }
    return sum.multiply(TWO);
  }
}
