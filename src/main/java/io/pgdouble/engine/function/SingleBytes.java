package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import java.nio.charset.StandardCharsets;

/**
 * The type {@code "char"}: one byte, whose Java form is a text of one char from 1 to 255, or the
 * empty text for 0. Source: {@code char.c}.
 */
final class SingleBytes {
  private static final int HIGH_BIT = 0x80;

  private SingleBytes() {}

  /** The byte, from 0 to 255. */
  static int unsigned(String value) {
    return value.isEmpty() ? 0 : value.charAt(0);
  }

  static String of(int unsigned) {
    return unsigned == 0 ? "" : Character.toString(unsigned);
  }

  static int compare(Object[] a) {
    return unsigned((String) a[0]) - unsigned((String) a[1]);
  }

  static int toInt4(String value) {
    return (byte) unsigned(value);
  }

  static String ofInt4(int value) {
    if (value < Byte.MIN_VALUE || value > Byte.MAX_VALUE) {
      throw FunctionErrors.range("\"char\" out of range");
    }
    return of(value & 0xff);
  }

  /** {@code char_text}: high bytes in octal. */
  static String toText(String value) {
    return unsigned(value) < HIGH_BIT ? value : "\\" + Integer.toOctalString(unsigned(value));
  }

  /** {@code char_bpchar}, which makes invalid text of a high byte: that is refused. */
  static String toBpchar(String value) {
    if (unsigned(value) >= HIGH_BIT) {
      throw ErrorReport.notSimulated("text that is not valid in the encoding").toException();
    }
    return value;
  }

  /** {@code text_char}: the first byte, or an octal escape. */
  static String ofText(String text) {
    if (text.matches("\\\\[0-7]{3}")) {
      return of(Integer.parseInt(text, 1, 4, 8) & 0xff);
    }
    return text.isEmpty() ? "" : of(text.getBytes(StandardCharsets.UTF_8)[0] & 0xff);
  }
}
