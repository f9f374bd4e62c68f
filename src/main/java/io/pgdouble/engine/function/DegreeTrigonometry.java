package io.pgdouble.engine.function;

/**
 * The circular functions of angles in degrees. What the C library gives is divided by what it gives
 * for 30, 45 and 60 degrees, so that these come out exact. Source: {@code float.c}.
 */
final class DegreeTrigonometry {
  private static final double SIN_30 = Trigonometry.sin(radians(30));
  private static final double ONE_MINUS_COS_60 = 1.0 - Trigonometry.cos(radians(60));
  private static final double ASIN_HALF = Trigonometry.asin(0.5);
  private static final double ACOS_HALF = Trigonometry.acos(0.5);
  private static final double ATAN_ONE = Trigonometry.atan(1);
  private static final double TAN_45 = sinOfQuadrant(45) / cosOfQuadrant(45);
  private static final double COT_45 = cosOfQuadrant(45) / sinOfQuadrant(45);

  private DegreeTrigonometry() {}

  static double sin(double degrees) {
    if (Double.isNaN(degrees)) {
      return degrees;
    }
    Folded angle = Folded.of(degrees);
    return angle.sineSign() * sinOfQuadrant(angle.magnitude());
  }

  static double cos(double degrees) {
    if (Double.isNaN(degrees)) {
      return degrees;
    }
    Folded angle = Folded.of(degrees);
    return angle.cosineSign() * cosOfQuadrant(angle.magnitude());
  }

  static double tan(double degrees) {
    if (Double.isNaN(degrees)) {
      return degrees;
    }
    Folded angle = Folded.of(degrees);
    double tangent = sinOfQuadrant(angle.magnitude()) / cosOfQuadrant(angle.magnitude());
    return withoutSignOfZero(angle.tangentSign() * (tangent / TAN_45));
  }

  static double cot(double degrees) {
    if (Double.isNaN(degrees)) {
      return degrees;
    }
    Folded angle = Folded.of(degrees);
    double cotangent = cosOfQuadrant(angle.magnitude()) / sinOfQuadrant(angle.magnitude());
    return withoutSignOfZero(angle.tangentSign() * (cotangent / COT_45));
  }

  static double asin(double x) {
    requireSine(x);
    return x >= 0 || Double.isNaN(x) ? asinOfQuadrant(x) : -asinOfQuadrant(-x);
  }

  static double acos(double x) {
    requireSine(x);
    return x >= 0 || Double.isNaN(x) ? acosOfQuadrant(x) : 90.0 + asinOfQuadrant(-x);
  }

  static double atan(double x) {
    return Trigonometry.atan(x) / ATAN_ONE * 45.0;
  }

  static double atan2(double y, double x) {
    return Trigonometry.atan2(y, x) / ATAN_ONE * 45.0;
  }

  private static double withoutSignOfZero(double value) {
    return value == 0 ? 0.0 : value;
  }

  private static void requireSine(double x) {
    if (x < -1 || x > 1) {
      throw Trigonometry.outOfRange();
    }
  }

  private static double radians(double degrees) {
    return degrees * Floats.RADIANS_PER_DEGREE;
  }

  /** Of 0 to 90 degrees. */
  private static double sinOfQuadrant(double degrees) {
    return degrees <= 30 ? sinTo30(degrees) : cosTo60(90 - degrees);
  }

  /** Of 0 to 90 degrees. */
  private static double cosOfQuadrant(double degrees) {
    return degrees <= 60 ? cosTo60(degrees) : sinTo30(90 - degrees);
  }

  private static double sinTo30(double degrees) {
    return Trigonometry.sin(radians(degrees)) / SIN_30 / 2;
  }

  private static double cosTo60(double degrees) {
    return 1 - (1 - Trigonometry.cos(radians(degrees))) / ONE_MINUS_COS_60 / 2;
  }

  private static double asinOfQuadrant(double x) {
    return x <= 0.5
        ? Trigonometry.asin(x) / ASIN_HALF * 30
        : 90 - Trigonometry.acos(x) / ACOS_HALF * 60;
  }

  private static double acosOfQuadrant(double x) {
    return x <= 0.5
        ? 90 - Trigonometry.asin(x) / ASIN_HALF * 30
        : Trigonometry.acos(x) / ACOS_HALF * 60;
  }

  /** An angle folded into the first quadrant, and the signs its functions had before. */
  private record Folded(double magnitude, int sineSign, int cosineSign) {

    static Folded of(double degrees) {
      if (Double.isInfinite(degrees)) {
        throw Trigonometry.outOfRange();
      }
      double angle = degrees % 360;
      int sine = 1;
      if (angle < 0) {
        angle = -angle;
        sine = -sine;
      }
      if (angle > 180) {
        angle = 360 - angle;
        sine = -sine;
      }
      return angle > 90 ? new Folded(180 - angle, sine, -1) : new Folded(angle, sine, 1);
    }

    int tangentSign() {
      return sineSign * cosineSign;
    }
  }
}
