package io.pgdouble.type;

/** void: accepts anything, holds nothing. Server: {@code pseudotypes.c}. */
final class VoidIo implements TypeIo {
  static final VoidIo INSTANCE = new VoidIo();

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return "";
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return "";
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return "";
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new byte[0];
  }
}
