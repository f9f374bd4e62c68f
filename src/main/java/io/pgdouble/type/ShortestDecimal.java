package io.pgdouble.type;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.core.io.schubfach.FloatToDecimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that lies strictly between the halfway points to a binary number's
 * neighbours, and of those the nearest to it, the even one of two as near. A halfway point itself
 * is not accepted, though reading it would give the number: PostgreSQL does not rely on how a
 * reader breaks ties ({@code d2s.c: acceptBounds}). Java's own text of a number is not always the
 * shortest before release 19.
 *
 * @param sign {@code -} or nothing
 * @param digits without zeros at the end
 * @param exponent the decimal exponent of the first digit
 */
record ShortestDecimal(String sign, String digits, int exponent) {
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };
  private static final double FIFTEEN_DIGITS = 1e15;

  /**
   * From here to {@link #FIFTEEN_DIGITS} and {@link #GREATEST_PLAIN_FLOAT} a halfway point has more
   * digits than any shortest decimal, so that whether it is accepted makes no difference, and
   * Raffaello Giulietti's algorithm finds what PostgreSQL's finds.
   */
  private static final double LEAST_PLAIN = 1e-5;

  private static final float GREATEST_PLAIN_FLOAT = 1e6f;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  String written(int threshold) {
    return sign + FloatText.written(digits, exponent, threshold);
  }

  /** Of a finite number. */
  static ShortestDecimal of(double value) {
    String sign = value < 0 || 1 / value < 0 ? "-" : "";
    double absolute = Math.abs(value);
    if (absolute == 0) {
      return new ShortestDecimal(sign, "0", 0);
    }
    ShortestDecimal few = ofFewDigits(sign, absolute);
    if (few != null) {
      return few;
    }
    if (absolute >= LEAST_PLAIN && absolute < FIFTEEN_DIGITS) {
      return parsed(sign, DoubleToDecimal.toString(absolute));
    }
    return exactly(sign, absolute);
  }

  /** By exact arithmetic, for any number. */
  static ShortestDecimal exactly(String sign, double absolute) {
    BigDecimal exact = new BigDecimal(absolute);
    BigDecimal low = new BigDecimal(Math.nextDown(absolute));
    // Beyond the greatest number the next would be one more step away.
    BigDecimal high =
        absolute == Double.MAX_VALUE
            ? exact.add(exact.subtract(low))
            : new BigDecimal(Math.nextUp(absolute));
    return between(sign, exact, low, high);
  }

  /** Of a finite number. */
  static ShortestDecimal of(float value) {
    String sign = value < 0 || 1 / value < 0 ? "-" : "";
    float absolute = Math.abs(value);
    if (absolute == 0) {
      return new ShortestDecimal(sign, "0", 0);
    }
    if (absolute >= LEAST_PLAIN && absolute < GREATEST_PLAIN_FLOAT) {
      return parsed(sign, FloatToDecimal.toString(absolute));
    }
    return exactly(sign, absolute);
  }

  /** By exact arithmetic, for any number. */
  static ShortestDecimal exactly(String sign, float absolute) {
    BigDecimal exact = new BigDecimal(absolute);
    BigDecimal low = new BigDecimal(Math.nextDown(absolute));
    BigDecimal high =
        absolute == Float.MAX_VALUE
            ? exact.add(exact.subtract(low))
            : new BigDecimal(Math.nextUp(absolute));
    return between(sign, exact, low, high);
  }

  /**
   * The common case without big numbers: a decimal of at most 15 digits is the only one of its
   * length near a float8, so the first that fits is the shortest. Null where there is none.
   */
  private static ShortestDecimal ofFewDigits(String sign, double absolute) {
    if (absolute < LEAST_PLAIN || absolute >= FIFTEEN_DIGITS) {
      return null;
    }
    for (int scale = 0; scale < POWERS.length; scale++) {
      double scaled = Math.rint(absolute * POWERS[scale]);
      if (scaled >= FIFTEEN_DIGITS) {
        return null;
      }
      if (scaled / POWERS[scale] == absolute) {
        String digits = Long.toString((long) scaled);
        return new ShortestDecimal(sign, digits, digits.length() - 1 - scale);
      }
    }
    return null;
  }

  /** Of Java's notation: digits with a point, perhaps an exponent behind {@code E}. */
  private static ShortestDecimal parsed(String sign, String text) {
    int e = text.indexOf('E');
    int mantissa = e < 0 ? text.length() : e;
    int point = text.indexOf('.');
    StringBuilder digits = new StringBuilder(mantissa);
    digits.append(text, 0, point).append(text, point + 1, mantissa);
    int leading = 0;
    while (digits.charAt(leading) == '0') {
      leading++;
    }
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    int exponent = (e < 0 ? 0 : Integer.parseInt(text.substring(e + 1))) + point - 1 - leading;
    return new ShortestDecimal(sign, digits.substring(leading, end), exponent);
  }

  private static ShortestDecimal between(
      String sign, BigDecimal exact, BigDecimal previous, BigDecimal next) {
    BigDecimal low = exact.add(previous).divide(TWO);
    BigDecimal high = exact.add(next).divide(TWO);
    for (int precision = 1; ; precision++) {
      BigDecimal down = exact.round(new MathContext(precision, RoundingMode.DOWN));
      BigDecimal up = exact.round(new MathContext(precision, RoundingMode.UP));
      boolean downFits = down.compareTo(low) > 0;
      boolean upFits = up.compareTo(high) < 0;
      if (downFits || upFits) {
        int nearness = up.subtract(exact).compareTo(exact.subtract(down));
        boolean nearerUp = nearness < 0 || nearness == 0 && down.unscaledValue().testBit(0);
        BigDecimal best = upFits && (!downFits || nearerUp) ? up : down;
        return new ShortestDecimal(
            sign, best.unscaledValue().toString(), best.precision() - best.scale() - 1);
      }
    }
  }
}
