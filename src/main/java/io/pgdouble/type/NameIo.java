package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.nio.charset.StandardCharsets;

/** name: at most 63 bytes; a longer text is cut. Server: {@code name.c}. */
final class NameIo implements TypeIo {
  static final NameIo INSTANCE = new NameIo();

  /** {@code NAMEDATALEN}, with the zero byte at the end. */
  private static final int NAMEDATALEN = 64;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return clip(text);
  }

  /** Cut to 63 bytes, between characters ({@code pg_mbcliplen}). */
  static String clip(String text) {
    if (text.length() * 3 < NAMEDATALEN) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < NAMEDATALEN) {
      return text;
    }
    int end = NAMEDATALEN - 1;
    while ((bytes[end] & 0xc0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return (String) value;
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int length = in.remaining();
    String text = in.restAsText();
    if (length >= NAMEDATALEN) {
      throw ErrorReport.error(SqlState.NAME_TOO_LONG, "identifier too long")
          .withDetail("Identifier must be less than " + NAMEDATALEN + " characters.")
          .toException();
    }
    return text;
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return ((String) value).getBytes(StandardCharsets.UTF_8);
  }
}
