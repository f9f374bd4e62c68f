package io.pgdouble.type;

/** int8. Server: {@code int8.c}. */
final class Int8Io implements TypeIo {
  static final Int8Io INSTANCE = new Int8Io();

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return IntegerText.parse(text, 64, "bigint");
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return value.toString();
  }

  @Override
  public byte[] outputBytes(Object value, TypeEnvironment environment) {
    return IntegerText.bytes((Long) value);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return in.int64();
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(8).int64((Long) value).toBytes();
  }
}
