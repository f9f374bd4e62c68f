package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** jsonb; in binary, a version and the text. Server: {@code jsonb.c}. */
final class JsonbIo implements TypeIo {
  static final JsonbIo INSTANCE = new JsonbIo();

  private static final int VERSION = 1;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return JsonParser.parse(text);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return JsonbWriter.write((Jsonb) value);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int version = in.int8() & 0xff;
    if (version != VERSION) {
      throw new ReportedError(
          SqlState.INTERNAL_ERROR, "unsupported jsonb version number " + version);
    }
    return JsonParser.parse(in.restAsText());
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    String text = JsonbWriter.write((Jsonb) value);
    return new BinaryWriter(text.length() + 1).int8(VERSION).text(text).toBytes();
  }
}
