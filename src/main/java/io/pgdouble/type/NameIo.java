package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.nio.charset.StandardCharsets;

/** name: at most 63 bytes; a longer text is cut. Server: {@code name.c}. */
final class NameIo implements TypeIo {
  static final NameIo INSTANCE = new NameIo();

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return NameText.cut(text, 0);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return (String) value;
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int length = in.remaining();
    String text = in.restAsText();
    if (length >= NameText.NAMEDATALEN) {
      throw ErrorReport.error(SqlState.NAME_TOO_LONG, "identifier too long")
          .withDetail("Identifier must be less than " + NameText.NAMEDATALEN + " characters.")
          .toException();
    }
    return text;
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return ((String) value).getBytes(StandardCharsets.UTF_8);
  }
}
