package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floating point arithmetic that reports overflow and underflow where finite arguments lead to
 * them. Source: {@code float.h}, {@code float.c}.
 */
final class Floats {
  static final double RADIANS_PER_DEGREE = 0.0174532925199432957692;

  private static final double INT8_LIMIT = 0x1p63;

  private Floats() {}

  static double sum(double left, double right) {
    double result = left + right;
    if (Double.isInfinite(result) && !Double.isInfinite(left) && !Double.isInfinite(right)) {
      throw FunctionErrors.overflow();
    }
    return result;
  }

  static float sum(float left, float right) {
    float result = left + right;
    if (Float.isInfinite(result) && !Float.isInfinite(left) && !Float.isInfinite(right)) {
      throw FunctionErrors.overflow();
    }
    return result;
  }

  static double product(double left, double right) {
    double result = left * right;
    if (Double.isInfinite(result) && !Double.isInfinite(left) && !Double.isInfinite(right)) {
      throw FunctionErrors.overflow();
    }
    if (result == 0 && left != 0 && right != 0) {
      throw FunctionErrors.underflow();
    }
    return result;
  }

  static float product(float left, float right) {
    float result = left * right;
    if (Float.isInfinite(result) && !Float.isInfinite(left) && !Float.isInfinite(right)) {
      throw FunctionErrors.overflow();
    }
    if (result == 0 && left != 0 && right != 0) {
      throw FunctionErrors.underflow();
    }
    return result;
  }

  static double quotient(double left, double right) {
    if (right == 0 && !Double.isNaN(left)) {
      throw FunctionErrors.divisionByZero();
    }
    double result = left / right;
    if (Double.isInfinite(result) && !Double.isInfinite(left)) {
      throw FunctionErrors.overflow();
    }
    if (result == 0 && left != 0 && !Double.isInfinite(right)) {
      throw FunctionErrors.underflow();
    }
    return result;
  }

  static float quotient(float left, float right) {
    if (right == 0 && !Float.isNaN(left)) {
      throw FunctionErrors.divisionByZero();
    }
    float result = left / right;
    if (Float.isInfinite(result) && !Float.isInfinite(left)) {
      throw FunctionErrors.overflow();
    }
    if (result == 0 && left != 0 && !Float.isInfinite(right)) {
      throw FunctionErrors.underflow();
    }
    return result;
  }

  static double truncate(double value) {
    return value >= 0 ? Math.floor(value) : -Math.floor(-value);
  }

  static double squareRoot(double value) {
    if (value < 0) {
      throw new ReportedError(
          SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION,
          "cannot take square root of a negative number");
    }
    return Math.sqrt(value);
  }

  static short toInt2(double value) {
    double rounded = Math.rint(value);
    if (!(rounded >= Short.MIN_VALUE && rounded <= Short.MAX_VALUE)) {
      throw FunctionErrors.smallintRange();
    }
    return (short) rounded;
  }

  static int toInt4(double value) {
    double rounded = Math.rint(value);
    if (!(rounded >= Integer.MIN_VALUE && rounded <= Integer.MAX_VALUE)) {
      throw FunctionErrors.integerRange();
    }
    return (int) rounded;
  }

  static long toInt8(double value) {
    double rounded = Math.rint(value);
    if (!(rounded >= -INT8_LIMIT && rounded < INT8_LIMIT)) {
      throw FunctionErrors.bigintRange();
    }
    return (long) rounded;
  }

  static float toFloat4(double value) {
    float result = (float) value;
    if (Float.isInfinite(result) && !Double.isInfinite(value)) {
      throw FunctionErrors.overflow();
    }
    if (result == 0 && value != 0) {
      throw FunctionErrors.underflow();
    }
    return result;
  }

  /** Returns the empty string, the one value of type {@code void}. */
  static Object setSeed(CallContext context, Object[] arguments) {
    double seed = (Double) arguments[0];
    if (!(seed >= -1 && seed <= 1)) {
      throw FunctionErrors.invalidParameter(
          "setseed parameter " + general(seed) + " is out of allowed range [-1,1]");
    }
    context.execution().random().seed(seed);
    return "";
  }

  /** {@code %g} of the server's own {@code snprintf}. */
  static String general(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded = exact.round(new MathContext(6, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal stripped = rounded.stripTrailingZeros();
    if (exponent >= -4 && exponent < 6) {
      return stripped.toPlainString();
    }
    String mantissa = stripped.scaleByPowerOfTen(-exponent).toPlainString();
    String digits = Integer.toString(Math.abs(exponent));
    return mantissa + (exponent < 0 ? "e-" : "e+") + (digits.length() < 2 ? "0" : "") + digits;
  }
}
