package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * {@code exp}, {@code ln}, {@code power} of floats. The C library promises a little more than half
 * a unit in the last place, so where the true value is not too close to the middle between two
 * doubles, the nearest one is its answer; where it is too close, the call is refused. Source:
 * {@code float.c}.
 */
final class RealFunctions {
  private static final double MAX_EXPONENT = 709.7;
  private static final double MIN_EXPONENT = -708.0;
  private static final int MAX_EXACT_POWER = 1100;

  private RealFunctions() {}

  static double exp(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (Double.isInfinite(x)) {
      return x > 0 ? x : 0;
    }
    if (x > 710) {
      throw FunctionErrors.overflow();
    }
    if (x < -746) {
      throw FunctionErrors.underflow();
    }
    if (x == 0) {
      return 1;
    }
    if (x > MAX_EXPONENT || x < MIN_EXPONENT) {
      throw ErrorReport.notSimulated("exponentials at the edge of the range").toException();
    }
    return CertainDoubles.EXPONENTIAL.nearest(BigReals.exp(new BigDecimal(x)));
  }

  static double ln(double x) {
    if (x == 0) {
      throw logarithm("cannot take logarithm of zero");
    }
    if (x < 0) {
      throw logarithm("cannot take logarithm of a negative number");
    }
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return x;
    }
    return x == 1 ? 0 : CertainDoubles.EXPONENTIAL.nearest(BigReals.ln(new BigDecimal(x)));
  }

  private static ReportedError logarithm(String message) {
    return new ReportedError(SqlState.INVALID_ARGUMENT_FOR_LOG, message);
  }

  /** {@code dpow}. */
  static double power(double x, double y) {
    if (Double.isNaN(x)) {
      return y == 0 ? 1 : x;
    }
    if (Double.isNaN(y)) {
      return x == 1 ? 1 : y;
    }
    if (x == 0 && y < 0) {
      throw power("zero raised to a negative power is undefined");
    }
    if (x < 0 && Math.floor(y) != y) {
      throw power("a negative number raised to a non-integer power yields a complex result");
    }
    if (Double.isInfinite(y)) {
      return infinitePower(Math.abs(x), y);
    }
    if (Double.isInfinite(x) || x == 0 || y == 0 || x == 1) {
      // Here Java and the C library follow the same rules, to the sign of zero.
      return Math.pow(x, y);
    }
    boolean odd = Math.floor(y / 2) != y / 2 && Math.floor(y) == y;
    double magnitude = finitePower(Math.abs(x), y);
    return x < 0 && odd ? -magnitude : magnitude;
  }

  private static ReportedError power(String message) {
    return new ReportedError(SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION, message);
  }

  private static double infinitePower(double magnitude, double y) {
    if (magnitude == 1) {
      return 1;
    }
    boolean grows = magnitude > 1 == y > 0;
    return grows ? Double.POSITIVE_INFINITY : 0;
  }

  private static double finitePower(double x, double y) {
    double rough = y * Math.log(x);
    if (rough > 710) {
      throw FunctionErrors.overflow();
    }
    if (rough < -746) {
      throw FunctionErrors.underflow();
    }
    if (rough > MAX_EXPONENT || rough < MIN_EXPONENT) {
      throw ErrorReport.notSimulated("powers at the edge of the range").toException();
    }
    boolean whole = Math.rint(y) == y && Math.abs(y) <= MAX_EXACT_POWER;
    BigDecimal base = new BigDecimal(x);
    return CertainDoubles.EXPONENTIAL.nearest(
        whole
            ? wholePower(base, (int) y)
            : BigReals.exp(new BigDecimal(y).multiply(BigReals.ln(base), BigReals.CONTEXT)));
  }

  private static BigDecimal wholePower(BigDecimal base, int exponent) {
    BigDecimal power = base.pow(Math.abs(exponent), BigReals.CONTEXT);
    return exponent < 0 ? BigDecimal.ONE.divide(power, BigReals.CONTEXT) : power;
  }

  /** {@code dlog10}, of powers of ten. */
  static double log10(double x) {
    if (x == 0 || x < 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return ln(x);
    }
    BigDecimal exact = new BigDecimal(x).stripTrailingZeros();
    boolean power = exact.unscaledValue().equals(BigInteger.ONE) && exact.scale() <= 0;
    if (!power) {
      throw ErrorReport.notSimulated("decimal logarithms of other than powers of ten")
          .toException();
    }
    return -exact.scale();
  }
}
