package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import java.math.BigInteger;

/**
 * Unsigned integers as C's {@code strtoul} reads them with base 0: {@code 010} is octal, {@code 0x}
 * hexadecimal, a minus wraps around. Server: {@code numutils.c: uint32in_subr, uint64in_subr}.
 */
final class UnsignedText {
  private static final BigInteger MAX_64 = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private final String text;
  private final String type;

  private UnsignedText(String text, String type) {
    this.text = text;
    this.type = type;
  }

  static long parse32(String text, String type) {
    long value = new UnsignedText(text, type).parse();
    long low = value & 0xffffffffL;
    // A negative number is accepted where sign extension brings it back.
    if (value != low && value != (int) value) {
      throw TypeErrors.outOfRange(type, text);
    }
    return low;
  }

  static long parse64(String text, String type) {
    return new UnsignedText(text, type).parse();
  }

  private long parse() {
    int next = Ascii.skipSpaces(text, 0);
    boolean negative = at(next) == '-';
    if (negative || at(next) == '+') {
      next++;
    }
    int radix = 10;
    if (at(next) == '0' && (at(next + 1) | 0x20) == 'x' && Ascii.hexDigit(at(next + 2)) >= 0) {
      radix = 16;
      next += 2;
    } else if (at(next) == '0') {
      radix = 8;
    }
    int end = next;
    while (isDigit(at(end), radix)) {
      end++;
    }
    if (end == next) {
      throw syntax();
    }
    BigInteger value = new BigInteger(text.substring(next, end), radix);
    if (value.compareTo(MAX_64) > 0) {
      throw TypeErrors.outOfRange(type, text);
    }
    if (Ascii.skipSpaces(text, end) < text.length()) {
      throw syntax();
    }
    return negative ? -value.longValue() : value.longValue();
  }

  private static boolean isDigit(char c, int radix) {
    int digit = Ascii.hexDigit(c);
    return digit >= 0 && digit < radix;
  }

  private ReportedError syntax() {
    return TypeErrors.invalidSyntax(type, text);
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}
