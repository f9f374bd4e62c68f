package io.pgdouble.type;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating-point numbers as text. Server: {@code float.c}, {@code d2s.c}, {@code f2s.c}. */
final class FloatText {
  private FloatText() {}

  /** As C's {@code %.*g} writes a finite number. */
  static String general(double value, int digits) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String all = rounded.unscaledValue().abs().toString();
    return (value < 0 ? "-" : "") + written(all, exponent, digits);
  }

  /**
   * Digits with a point or an exponent.
   *
   * @param digits significant digits, the point behind the first
   * @param exponent the decimal exponent of the first digit
   * @param threshold the first exponent that is written as one
   */
  static String written(String digits, int exponent, int threshold) {
    int end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    String significant = digits.substring(0, end);
    if (exponent < -4 || exponent >= threshold) {
      return scientific(significant, exponent);
    }
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + significant;
    }
    if (end <= exponent + 1) {
      return significant + "0".repeat(exponent + 1 - end);
    }
    return significant.substring(0, exponent + 1) + '.' + significant.substring(exponent + 1);
  }

  private static String scientific(String digits, int exponent) {
    StringBuilder text = new StringBuilder(digits.substring(0, 1));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    int absolute = Math.abs(exponent);
    text.append(exponent < 0 ? "e-" : "e+").append(absolute < 10 ? "0" : "").append(absolute);
    return text.toString();
  }

  /** The shortest text that reads back as the same float8. */
  static String shortest(double value) {
    return ShortestDecimal.of(value).written(15);
  }

  /** The shortest text that reads back as the same float4. */
  static String shortest(float value) {
    return ShortestDecimal.of(value).written(6);
  }
}
