package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads the text of a numeric. Server: {@code numeric.c: numeric_in, set_var_from_str}. */
final class NumericText {
  private static final int MAX_EXPONENT = Integer.MAX_VALUE / 2;

  private final String text;
  private final StringBuilder digits = new StringBuilder();
  private int next;
  private int scale;

  private NumericText(String text) {
    this.text = text;
  }

  static Numeric parse(String text) {
    return new NumericText(text).parse();
  }

  private Numeric parse() {
    next = Ascii.skipSpaces(text, 0);
    int start = next;
    boolean negative = peek() == '-';
    if (negative || peek() == '+') {
      next++;
    }
    if (!Ascii.isDigit(peek()) && peek() != '.') {
      return special(start, negative);
    }
    int radix = radix();
    BigDecimal value = radix == 10 ? decimal() : new BigDecimal(integer(radix));
    end();
    return Numeric.of(negative ? value.negate() : value);
  }

  private Numeric special(int start, boolean negative) {
    Numeric value;
    if (text.regionMatches(true, start, "NaN", 0, 3)) {
      next = start + 3;
      value = Numeric.NAN;
    } else if (text.regionMatches(true, next, "Infinity", 0, 8)) {
      next += 8;
      value = negative ? Numeric.MINUS_INFINITY : Numeric.INFINITY;
    } else if (text.regionMatches(true, next, "inf", 0, 3)) {
      next += 3;
      value = negative ? Numeric.MINUS_INFINITY : Numeric.INFINITY;
    } else {
      throw syntax();
    }
    end();
    return value;
  }

  private int radix() {
    if (peek() != '0' || next + 1 >= text.length()) {
      return 10;
    }
    return switch (text.charAt(next + 1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  private BigInteger integer(int radix) {
    next += 2;
    while (true) {
      if (isDigit(peek(), radix)) {
        digits.append(text.charAt(next));
      } else if (peek() != '_') {
        break;
      } else if (next + 1 >= text.length() || !isDigit(text.charAt(next + 1), radix)) {
        throw syntax();
      }
      next++;
    }
    if (digits.length() == 0) {
      throw syntax();
    }
    return new BigInteger(digits.toString(), radix);
  }

  private static boolean isDigit(char c, int radix) {
    int digit = Ascii.hexDigit(c);
    return digit >= 0 && digit < radix;
  }

  private BigDecimal decimal() {
    boolean point = peek() == '.';
    if (point) {
      next++;
    }
    if (!Ascii.isDigit(peek())) {
      throw syntax();
    }
    for (char c = peek(); Ascii.isDigit(c) || c == '.' || c == '_'; c = peek()) {
      if (Ascii.isDigit(c)) {
        digits.append(c);
        scale += point ? 1 : 0;
      } else if (c == '.' ? point || peekSecond() == '_' : !Ascii.isDigit(peekSecond())) {
        throw syntax();
      }
      point |= c == '.';
      next++;
    }
    int exponent = peek() == 'e' || peek() == 'E' ? exponent() : 0;
    return scaled(exponent);
  }

  /** A huge exponent must not make us write out its zeros before it is refused. */
  private BigDecimal scaled(int exponent) {
    BigInteger unscaled = new BigInteger(digits.toString());
    long wanted = (long) scale - exponent;
    if (unscaled.signum() == 0) {
      if (wanted > Numeric.MAX_SCALE) {
        throw Numeric.overflow();
      }
      return BigDecimal.ZERO.setScale((int) Math.max(0, wanted));
    }
    if (wanted > Numeric.MAX_SCALE || wanted < -200_000) {
      throw Numeric.overflow();
    }
    return new BigDecimal(unscaled, (int) wanted);
  }

  private int exponent() {
    next++;
    boolean negative = peek() == '-';
    if (negative || peek() == '+') {
      next++;
    }
    if (!Ascii.isDigit(peek())) {
      throw syntax();
    }
    long exponent = 0;
    while (Ascii.isDigit(peek()) || peek() == '_') {
      if (peek() == '_' && !Ascii.isDigit(peekSecond())) {
        throw syntax();
      }
      exponent = peek() == '_' ? exponent : exponent * 10 + peek() - '0';
      if (exponent > MAX_EXPONENT) {
        throw Numeric.overflow();
      }
      next++;
    }
    return (int) (negative ? -exponent : exponent);
  }

  private void end() {
    next = Ascii.skipSpaces(text, next);
    if (next < text.length()) {
      throw syntax();
    }
  }

  private char peek() {
    return next < text.length() ? text.charAt(next) : '\0';
  }

  private char peekSecond() {
    return next + 1 < text.length() ? text.charAt(next + 1) : '\0';
  }

  private ReportedError syntax() {
    return TypeErrors.invalidSyntax("numeric", text);
  }

  /** Server: {@code apply_typmod}, {@code apply_typmod_special}. */
  static Numeric fit(Numeric number, int typmod) {
    int precision = Typmods.precision(typmod);
    int scale = Typmods.scale(typmod);
    if (number.isNaN()) {
      return number;
    }
    if (number.isInfinite()) {
      throw fieldOverflow(precision, scale, "cannot hold an infinite value.");
    }
    Numeric rounded = number.round(scale);
    BigDecimal value = rounded.value();
    int maxDigits = precision - scale;
    if (value.signum() != 0 && value.precision() - value.scale() > maxDigits) {
      String bound = maxDigits == 0 ? "1" : "10^" + maxDigits;
      throw fieldOverflow(
          precision, scale, "must round to an absolute value less than " + bound + ".");
    }
    return rounded;
  }

  private static ReportedError fieldOverflow(int precision, int scale, String complaint) {
    return ErrorReport.error(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "numeric field overflow")
        .withDetail("A field with precision " + precision + ", scale " + scale + " " + complaint)
        .toException();
  }
}
