package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.nio.charset.StandardCharsets;

/** varchar and bpchar. Lengths are characters. Server: {@code varchar.c}. */
final class VarcharIo implements TypeIo {
  static final VarcharIo VARCHAR = new VarcharIo("character varying");
  static final VarcharIo BPCHAR = new VarcharIo("character");

  private final String type;

  private VarcharIo(String type) {
    this.type = type;
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    if (typmod < Typmods.HEADER) {
      return text;
    }
    int max = typmod - Typmods.HEADER;
    int length = Utf8.length(text);
    if (length <= max) {
      return this == BPCHAR ? text + " ".repeat(max - length) : text;
    }
    int end = text.offsetByCodePoints(0, max);
    for (int i = end; i < text.length(); i++) {
      if (text.charAt(i) != ' ') {
        throw new ReportedError(
            SqlState.STRING_DATA_RIGHT_TRUNCATION,
            "value too long for type " + type + "(" + max + ")");
      }
    }
    return text.substring(0, end);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return (String) value;
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return input(in.restAsText(), typmod, environment);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return ((String) value).getBytes(StandardCharsets.UTF_8);
  }
}
