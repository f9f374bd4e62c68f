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
  private final String quoted;
  private final String type;

  private UnsignedText(String text, String quoted, String type) {
    this.text = text;
    this.quoted = quoted;
    this.type = type;
  }

  static long parse32(String text, String type) {
    return parse32(text, text, type);
  }

  /**
   * @param quoted what complaints quote instead of the text
   */
  static long parse32(String text, String quoted, String type) {
    long value = new UnsignedText(text, quoted, type).parse();
    long low = value & 0xffffffffL;
    // A negative number is accepted where sign extension brings it back.
    if (value != low && value != (int) value) {
      throw TypeErrors.outOfRange(type, quoted);
    }
    return low;
  }

  /** Where the number that begins at an index ends; the index itself where there is none. */
  static int end(String text, int from) {
    UnsignedText reader = new UnsignedText(text, text, "");
    int start = reader.skipSign(from);
    int radix = reader.radix(start);
    int first = radix == 16 ? start + 2 : start;
    int end = reader.digitsEnd(first, radix);
    return end == first ? from : end;
  }

  static long parse64(String text, String type) {
    return new UnsignedText(text, text, type).parse();
  }

  private int skipSign(int from) {
    return at(from) == '-' || at(from) == '+' ? from + 1 : from;
  }

  private int radix(int from) {
    if (at(from) != '0') {
      return 10;
    }
    return (at(from + 1) | 0x20) == 'x' && Ascii.hexDigit(at(from + 2)) >= 0 ? 16 : 8;
  }

  private int digitsEnd(int from, int radix) {
    int end = from;
    while (isDigit(at(end), radix)) {
      end++;
    }
    return end;
  }

  private long parse() {
    int first = Ascii.skipSpaces(text, 0);
    boolean negative = at(first) == '-';
    int next = skipSign(first);
    int radix = radix(next);
    next += radix == 16 ? 2 : 0;
    int end = digitsEnd(next, radix);
    if (end == next) {
      throw syntax();
    }
    BigInteger value = new BigInteger(text.substring(next, end), radix);
    if (value.compareTo(MAX_64) > 0) {
      throw TypeErrors.outOfRange(type, quoted);
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
    return TypeErrors.invalidSyntax(type, quoted);
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}
