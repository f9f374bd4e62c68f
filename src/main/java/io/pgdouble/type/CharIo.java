package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.MajorChange;
import java.nio.charset.StandardCharsets;

/**
 * {@code "char"}: one byte. Its Java form is a String of one char from 1 to 255, or the empty
 * String for the zero byte. Server: {@code char.c}.
 */
final class CharIo implements TypeIo {
  static final CharIo INSTANCE = new CharIo();

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 4
        && MajorChange.CHAR_ESCAPES.isIn(environment.major())
        && bytes[0] == '\\'
        && isOctal(bytes[1])
        && isOctal(bytes[2])
        && isOctal(bytes[3])) {
      return of((byte) (bytes[1] - '0' << 6 | bytes[2] - '0' << 3 | bytes[3] - '0'));
    }
    return bytes.length == 0 ? "" : of(bytes[0]);
  }

  private static boolean isOctal(byte digit) {
    return digit >= '0' && digit <= '7';
  }

  static String of(byte value) {
    return value == 0 ? "" : String.valueOf((char) (value & 0xff));
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    String text = (String) value;
    char c = text.isEmpty() ? 0 : text.charAt(0);
    if (c < 0x80) {
      return text;
    }
    if (!MajorChange.CHAR_ESCAPES.isIn(environment.major())) {
      throw ErrorReport.notSimulated("a \"char\" that is no whole character").toException();
    }
    return "\\" + Integer.toOctalString(c);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return of(in.letter());
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    String text = (String) value;
    return new byte[] {(byte) (text.isEmpty() ? 0 : text.charAt(0))};
  }
}
