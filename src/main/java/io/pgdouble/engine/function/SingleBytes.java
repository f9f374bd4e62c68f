package io.pgdouble.engine.function;

/**
 * The type {@code "char"}: one byte, whose Java form is its text: empty for 0, one ASCII character,
 * or a backslash and three octal digits. Source: {@code char.c}.
 */
final class SingleBytes {
  private SingleBytes() {}

  /** The byte, from 0 to 255. */
  static int unsigned(String value) {
    if (value.isEmpty()) {
      return 0;
    }
    return value.length() == 4 ? Integer.parseInt(value, 1, 4, 8) : value.charAt(0);
  }

  static String of(int unsigned) {
    if (unsigned == 0) {
      return "";
    }
    return unsigned < 0x80 ? Character.toString(unsigned) : String.format("\\%03o", unsigned);
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

  /** {@code text_char}: the first byte, or an octal escape. */
  static String ofText(String text) {
    if (text.matches("\\\\[0-7]{3}")) {
      return of(Integer.parseInt(text, 1, 4, 8) & 0xff);
    }
    return text.isEmpty()
        ? ""
        : of(text.substring(0, 1).getBytes(java.nio.charset.StandardCharsets.UTF_8)[0] & 0xff);
  }
}
