package io.pgdouble.type;

import io.pgdouble.error.UncheckedText;

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

  /** What SHOW prints of a setting was not checked if it came in the startup packet. */
  @Override
  public byte[] outputBytes(Object value, TypeEnvironment environment) {
    return UncheckedText.bytes((String) value);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return UncheckedText.bytes((String) value);
  }
}
