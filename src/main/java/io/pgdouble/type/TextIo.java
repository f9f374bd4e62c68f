package io.pgdouble.type;

import java.nio.charset.StandardCharsets;

/** text, cstring, unknown and refcursor. Server: {@code varlena.c: textin}. */
final class TextIo implements TypeIo {
  static final TextIo INSTANCE = new TextIo();

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return text;
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return (String) value;
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return in.restAsText();
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return ((String) value).getBytes(StandardCharsets.UTF_8);
  }
}
