package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/**
 * The circular functions of angles in radians, where it is certain what the C library answers.
 * Source: {@code float.c}.
 */
final class Trigonometry {
  /** Below this, sine, tangent and their inverses are their argument. */
  static final double TINY = 0x1p-28;

  /**
   * Nearly in the middle between two doubles, but in glibc 2.36, with fused multiplication or
   * without, the nearer one.
   */
  private static final double ASIN_HALF = 0x1.0c152382d7366p-1;

  private static final double ACOS_HALF = 0x1.0c152382d7366p0;

  private Trigonometry() {}

  static ReportedError outOfRange() {
    return FunctionErrors.range("input is out of range");
  }

  static double sin(double x) {
    requireFinite(x);
    return isItself(x) ? x : circular(BigReals::sin, x);
  }

  static double cos(double x) {
    requireFinite(x);
    if (Double.isNaN(x)) {
      return x;
    }
    return Math.abs(x) < TINY ? 1 : circular(BigReals::cos, x);
  }

  static double tan(double x) {
    requireFinite(x);
    return isItself(x) ? x : CertainDoubles.TANGENT.nearest(BigReals.tan(new BigDecimal(x)));
  }

  /** {@code dcot}. */
  static double cot(double x) {
    return 1.0 / tan(x);
  }

  static double asin(double x) {
    requireSine(x);
    if (isItself(x)) {
      return x;
    }
    if (Math.abs(x) == 0.5) {
      return Math.copySign(ASIN_HALF, x);
    }
    return Math.abs(x) == 1 ? Math.copySign(Math.PI / 2, x) : circular(BigReals::asin, x);
  }

  static double acos(double x) {
    requireSine(x);
    if (Double.isNaN(x)) {
      return x;
    }
    if (Math.abs(x) == 1) {
      return x > 0 ? 0 : Math.PI;
    }
    if (x == 0.5) {
      return ACOS_HALF;
    }
    return Math.abs(x) < 0x1p-60 ? Math.PI / 2 : circular(BigReals::acos, x);
  }

  static double atan(double x) {
    if (isItself(x)) {
      return x;
    }
    return Double.isInfinite(x) ? Math.copySign(Math.PI / 2, x) : circular(BigReals::atan, x);
  }

  static double atan2(double y, double x) {
    boolean ordinary = y != 0 && x != 0 && Double.isFinite(y) && Double.isFinite(x);
    if (!ordinary) {
      // Here Java and the C library follow the same rules, to the sign of zero.
      return Math.atan2(y, x);
    }
    BigDecimal ratio = new BigDecimal(y).divide(new BigDecimal(x), BigReals.CONTEXT);
    BigDecimal angle = BigReals.atan(ratio);
    if (x < 0) {
      BigDecimal half = BigReals.Pi.VALUE.multiply(BigDecimal.valueOf(y > 0 ? 1 : -1));
      angle = angle.add(half, BigReals.CONTEXT);
    }
    return CertainDoubles.CIRCULAR.nearest(angle);
  }

  private static double circular(UnaryOperator<BigDecimal> function, double x) {
    return CertainDoubles.CIRCULAR.nearest(function.apply(new BigDecimal(x)));
  }

  private static boolean isItself(double x) {
    return Double.isNaN(x) || Math.abs(x) < TINY;
  }

  private static void requireFinite(double x) {
    if (Double.isInfinite(x)) {
      throw outOfRange();
    }
  }

  private static void requireSine(double x) {
    if (x < -1 || x > 1) {
      throw outOfRange();
    }
  }
}
