package io.pgdouble.type;

/** float4. Server: {@code float.c}. */
final class Float4Io implements TypeIo {
  static final Float4Io INSTANCE = new Float4Io();

  private static final int DIGITS = 6;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return new FloatReader(text, "real").readFloat();
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    float number = (Float) value;
    if (Float.isNaN(number) || Float.isInfinite(number)) {
      return Float.toString(number);
    }
    int extra = environment.extraFloatDigits();
    return extra > 0
        ? FloatText.shortest(number)
        : FloatText.general(number, Math.max(1, DIGITS + extra));
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return Float.intBitsToFloat(in.int32());
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(4).int32(Float.floatToRawIntBits((Float) value)).toBytes();
  }
}
