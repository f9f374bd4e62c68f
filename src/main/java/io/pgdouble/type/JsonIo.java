package io.pgdouble.type;

import java.nio.charset.StandardCharsets;

/** json: checked text. Server: {@code json.c}. */
final class JsonIo implements TypeIo {
  static final JsonIo INSTANCE = new JsonIo();

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    JsonParser.check(text);
    return text;
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
