package io.pgdouble.type;

/** int4. Server: {@code int.c}. */
final class Int4Io implements TypeIo {
  static final Int4Io INSTANCE = new Int4Io();

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return (int) IntegerText.parse(text, 32, "integer");
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return value.toString();
  }

  @Override
  public byte[] outputBytes(Object value, TypeEnvironment environment) {
    return IntegerText.bytes((Integer) value);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return in.int32();
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(4).int32((Integer) value).toBytes();
  }
}
