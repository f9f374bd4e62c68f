package io.pgdouble.type;

/** float8. Server: {@code float.c}. */
final class Float8Io implements TypeIo {
  static final Float8Io INSTANCE = new Float8Io();

  private static final int DIGITS = 15;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return new FloatReader(text, "double precision").readDouble();
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    double number = (Double) value;
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    int extra = environment.extraFloatDigits();
    return extra > 0
        ? FloatText.shortest(number)
        : FloatText.general(number, Math.max(1, DIGITS + extra));
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return Double.longBitsToDouble(in.int64());
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(8).int64(Double.doubleToRawLongBits((Double) value)).toBytes();
  }
}
