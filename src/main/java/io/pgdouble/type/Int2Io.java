package io.pgdouble.type;

/** int2. Server: {@code int.c}. */
final class Int2Io implements TypeIo {
  static final Int2Io INSTANCE = new Int2Io();

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return (short) IntegerText.parse(text, 16, "smallint");
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return value.toString();
  }

  @Override
  public byte[] outputBytes(Object value, TypeEnvironment environment) {
    return IntegerText.bytes((Short) value);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return in.int16();
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(2).int16((Short) value).toBytes();
  }
}
