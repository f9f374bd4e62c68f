package io.pgdouble.type;

import io.pgdouble.error.ReportedError;

/**
 * The text of integers: decimal, {@code 0x}, {@code 0o}, {@code 0b}, with single underscores
 * between digits. Server: {@code numutils.c: pg_strtoint32_safe}.
 */
final class IntegerText {
  private static final int DIGITS_THAT_FIT = 9;

  private final String text;
  private final String type;
  private int next;

  private IntegerText(String text, String type) {
    this.text = text;
    this.type = type;
  }

  /**
   * @param bits 16, 32 or 64
   * @param type the type's name in messages
   */
  static long parse(String text, int bits, String type) {
    int length = text.length();
    if (length > 0 && length <= DIGITS_THAT_FIT && bits > 16) {
      int value = 0;
      int i = 0;
      while (i < length && Ascii.isDigit(text.charAt(i))) {
        value = value * 10 + text.charAt(i) - '0';
        i++;
      }
      if (i == length) {
        return value;
      }
    }
    return new IntegerText(text, type).parse(bits);
  }

  private long parse(int bits) {
    next = Ascii.skipSpaces(text, 0);
    boolean negative = peek() == '-';
    if (negative || peek() == '+') {
      next++;
    }
    int radix = radix();
    if (radix != 10) {
      next += 2;
    }
    long value = digits(radix, bits);
    next = Ascii.skipSpaces(text, next);
    if (next < text.length()) {
      throw syntax();
    }
    // The value is gathered below zero, where there is room for one more.
    if (negative) {
      return value;
    }
    if (value == -(1L << bits - 1)) {
      throw TypeErrors.outOfRange(type, text);
    }
    return -value;
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

  private long digits(int radix, int bits) {
    long limit = -(1L << bits - 1);
    long value = 0;
    int first = next;
    for (int digit = nextDigit(radix, first); digit >= 0; digit = nextDigit(radix, first)) {
      if (value < limit / radix || value * radix < limit + digit) {
        throw TypeErrors.outOfRange(type, text);
      }
      value = value * radix - digit;
      next++;
    }
    if (next == first) {
      throw syntax();
    }
    return value;
  }

  /** The digit that comes, behind an underscore perhaps; -1 for anything else. */
  private int nextDigit(int radix, int first) {
    if (peek() != '_') {
      return digit(peek(), radix);
    }
    if (radix == 10 && next == first || !digitFollows(radix)) {
      throw syntax();
    }
    next++;
    return digit(peek(), radix);
  }

  private boolean digitFollows(int radix) {
    return next + 1 < text.length() && digit(text.charAt(next + 1), radix) >= 0;
  }

  private static int digit(char c, int radix) {
    int digit = Ascii.hexDigit(c);
    return digit < radix ? digit : -1;
  }

  private char peek() {
    return next < text.length() ? text.charAt(next) : '\0';
  }

  private ReportedError syntax() {
    return TypeErrors.invalidSyntax(type, text);
  }

  /** The decimal digits of a number in ASCII. */
  static byte[] bytes(long value) {
    if (value >= 0 && value < 10) {
      return new byte[] {(byte) ('0' + value)};
    }
    if (value == Long.MIN_VALUE) {
      return Ascii.bytes(Long.toString(value));
    }
    long rest = Math.abs(value);
    int length = value < 0 ? 2 : 1;
    for (long r = rest; r >= 10; r /= 10) {
      length++;
    }
    byte[] digits = new byte[length];
    int at = length;
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    if (value < 0) {
      digits[0] = '-';
    }
    return digits;
  }
}
