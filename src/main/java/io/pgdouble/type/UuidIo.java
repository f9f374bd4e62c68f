package io.pgdouble.type;

import java.util.UUID;

/** uuid. Server: {@code uuid.c}. */
final class UuidIo implements TypeIo {
  static final UuidIo INSTANCE = new UuidIo();

  private static final int BYTES = 16;

  /** A hyphen may stand behind any second byte, braces around the whole. */
  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    boolean braces = text.startsWith("{");
    int at = braces ? 1 : 0;
    long high = 0;
    long low = 0;
    for (int i = 0; i < BYTES; i++) {
      int first = at + 1 < text.length() ? Ascii.hexDigit(text.charAt(at)) : -1;
      int second = at + 1 < text.length() ? Ascii.hexDigit(text.charAt(at + 1)) : -1;
      if (first < 0 || second < 0) {
        throw TypeErrors.invalidSyntax("uuid", text);
      }
      high = high << 8 | low >>> 56;
      low = low << 8 | first << 4 | second;
      at += 2;
      if (at < text.length() && text.charAt(at) == '-' && i % 2 == 1 && i < BYTES - 1) {
        at++;
      }
    }
    if (braces ? !text.startsWith("}", at) || at + 1 != text.length() : at != text.length()) {
      throw TypeErrors.invalidSyntax("uuid", text);
    }
    return new UUID(high, low);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return value.toString();
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    BinaryReader body = in.slice(BYTES);
    return new UUID(body.int64(), body.int64());
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    UUID uuid = (UUID) value;
    return new BinaryWriter(BYTES)
        .int64(uuid.getMostSignificantBits())
        .int64(uuid.getLeastSignificantBits())
        .toBytes();
  }
}
