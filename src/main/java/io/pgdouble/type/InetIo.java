package io.pgdouble.type;

/** inet. Server: {@code network.c}. */
final class InetIo implements TypeIo {
  static final InetIo INSTANCE = new InetIo();

  /** {@code inet.h: PGSQL_AF_INET}. */
  private static final int AF_INET = 2;

  private static final int AF_INET6 = 3;
  private static final int HEAD = 4;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return InetReader.read(text);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return value.toString();
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int family = in.letter();
    if (family != AF_INET && family != AF_INET6) {
      throw invalid("address family");
    }
    int bytes = family == AF_INET ? Inet.IPV4 : Inet.IPV6;
    int bits = in.letter() & 0xff;
    if (bits > bytes * Byte.SIZE) {
      throw invalid("bits");
    }
    in.letter();
    if ((in.letter() & 0xff) != bytes) {
      throw invalid("length");
    }
    byte[] address = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      address[i] = in.letter();
    }
    return new Inet(address, bits);
  }

  private static RuntimeException invalid(String what) {
    return TypeErrors.invalidBinary("invalid " + what + " in external \"inet\" value");
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    Inet inet = (Inet) value;
    byte[] address = inet.address();
    return new BinaryWriter(HEAD + address.length)
        .int8(address.length == Inet.IPV4 ? AF_INET : AF_INET6)
        .int8(inet.bits())
        .int8(0)
        .int8(address.length)
        .bytes(address)
        .toBytes();
  }
}
