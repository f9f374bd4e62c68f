package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Locale;

/**
 * Reads floating-point numbers as C's {@code strtod} does, within the rules of {@code float.c:
 * float8in_internal}: decimal, hexadecimal, {@code inf}, {@code nan}.
 */
final class FloatReader {
  private static final long DOUBLE_NAN = 0x7ff8000000000000L;
  private static final long FLOAT_NAN = 0x7fc00000L;

  private final String text;
  private final String type;
  private int start;
  private int end;
  private boolean nonZero;

  /**
   * @param type the type's name in messages
   */
  FloatReader(String text, String type) {
    this.text = text;
    this.type = type;
  }

  double readDouble() {
    String number = number();
    double value = special(number);
    if (Double.isNaN(value)) {
      value = Double.longBitsToDouble((payload(number) & (1L << 51) - 1) | DOUBLE_NAN | sign(63));
    }
    if (value == 0) {
      value = Double.parseDouble(number);
      check(value == 0, Double.isInfinite(value));
    }
    finish();
    return value;
  }

  float readFloat() {
    String number = number();
    float value = (float) special(number);
    if (Float.isNaN(value)) {
      long bits = (payload(number) & (1L << 22) - 1) | FLOAT_NAN | sign(31);
      value = Float.intBitsToFloat((int) bits);
    }
    if (value == 0) {
      value = Float.parseFloat(number);
      check(value == 0, Float.isInfinite(value));
    }
    finish();
    return value;
  }

  /** Where the number that begins at an index ends; the index itself where there is none. */
  static int prefixEnd(String text, int from) {
    FloatReader reader = new FloatReader(text.substring(from), "");
    try {
      reader.number();
      return from + reader.end;
    } catch (ReportedError noNumber) {
      return from;
    }
  }

  /** The value of that number; an infinity also stands for what is out of range. */
  static double prefixValue(String text, int from) {
    FloatReader reader = new FloatReader(text.substring(from), "");
    String number = reader.number();
    double special = reader.special(number);
    return special != 0 ? special : Double.parseDouble(number);
  }

  private long sign(int bit) {
    return text.charAt(start) == '-' ? 1L << bit : 0;
  }

  /** The number in {@code nan(12)}, which the C library puts into the fraction. */
  private static long payload(String number) {
    int open = number.indexOf('(');
    try {
      return open < 0
          ? 0
          : UnsignedText.parse64(number.substring(open + 1, number.length() - 1), "");
    } catch (ReportedError notANumber) {
      return 0;
    }
  }

  private void check(boolean zero, boolean infinite) {
    if (infinite || zero && nonZero) {
      throw new ReportedError(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
          "\"" + text.substring(start, end) + "\" is out of range for type " + type);
    }
  }

  private void finish() {
    if (Ascii.skipSpaces(text, end) < text.length()) {
      throw TypeErrors.invalidSyntax(type, text);
    }
  }

  /** The value of a word, 0 for what is no word. */
  private double special(String number) {
    String word = number.toLowerCase(Locale.ROOT);
    boolean negative = word.startsWith("-");
    if (word.contains("nan")) {
      return Double.NaN;
    }
    if (word.contains("inf")) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return 0;
  }

  /** The longest beginning that is a number, in Java's form of it. */
  private String number() {
    start = Ascii.skipSpaces(text, 0);
    int body = start;
    if (at(body) == '-' || at(body) == '+') {
      body++;
    }
    if (wordEnds(body)) {
      return text.substring(start, end);
    }
    if (at(body) == '0' && (at(body + 1) | 0x20) == 'x' && mantissa(body + 2, 16) > 0) {
      exponent('p');
      String hex = text.substring(start, end);
      return hex.toLowerCase(Locale.ROOT).contains("p") ? hex : hex + "p0";
    }
    if (mantissa(body, 10) == 0) {
      throw TypeErrors.invalidSyntax(type, text);
    }
    exponent('e');
    return text.substring(start, end);
  }

  private boolean wordEnds(int body) {
    if (text.regionMatches(true, body, "infinity", 0, 8)) {
      end = body + 8;
      return true;
    }
    boolean nan = text.regionMatches(true, body, "nan", 0, 3);
    if (!nan && !text.regionMatches(true, body, "inf", 0, 3)) {
      return false;
    }
    end = body + 3;
    if (nan && at(end) == '(') {
      int close = end + 1;
      while (Ascii.isAlnum(at(close)) || at(close) == '_') {
        close++;
      }
      end = at(close) == ')' ? close + 1 : end;
    }
    return true;
  }

  /** Digits with at most one point; gives their number, and leaves the end behind them. */
  private int mantissa(int from, int radix) {
    int digits = 0;
    boolean point = false;
    nonZero = false;
    int i = from;
    for (char c = at(i); isDigit(c, radix) || c == '.' && !point; c = at(i)) {
      point |= c == '.';
      digits += c == '.' ? 0 : 1;
      nonZero |= c != '.' && c != '0';
      i++;
    }
    if (digits > 0) {
      end = i;
    }
    return digits;
  }

  private static boolean isDigit(char c, int radix) {
    int digit = Ascii.hexDigit(c);
    return digit >= 0 && digit < radix;
  }

  private void exponent(char letter) {
    if ((at(end) | 0x20) != letter) {
      return;
    }
    int i = end + 1;
    if (at(i) == '+' || at(i) == '-') {
      i++;
    }
    int first = i;
    while (Ascii.isDigit(at(i))) {
      i++;
    }
    end = i > first ? i : end;
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}
