package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** jsonpath; in binary, a version and the text. Server: {@code jsonpath.c}. */
final class JsonPathIo implements TypeIo {
  static final JsonPathIo INSTANCE = new JsonPathIo();

  private static final int VERSION = 1;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return JsonPathParser.parse(text, environment);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return JsonPathWriter.write((JsonPath) value);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int version = in.int8() & 0xff;
    if (version != VERSION) {
      throw new ReportedError(
          SqlState.INTERNAL_ERROR, "unsupported jsonpath version number: " + version);
    }
    return JsonPathParser.parse(in.restAsText(), environment);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    String text = JsonPathWriter.write((JsonPath) value);
    return new BinaryWriter(text.length() + 1).int8(VERSION).text(text).toBytes();
  }
}
