package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** inet and cidr. Server: {@code network.c}. */
final class InetIo implements TypeIo {
  static final InetIo INET = new InetIo("inet");
  static final InetIo CIDR = new InetIo("cidr");

  /** {@code inet.h: PGSQL_AF_INET}. */
  private static final int AF_INET = 2;

  private static final int AF_INET6 = 3;
  private static final int HEAD = 4;

  private final String type;

  private InetIo(String type) {
    this.type = type;
  }

  private boolean isCidr() {
    return this == CIDR;
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return isCidr() ? CidrReader.read(text) : InetReader.read(text);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return isCidr() ? ((Inet) value).withBits() : value.toString();
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
    Inet value = new Inet(address, bits);
    if (isCidr() && !value.isNetwork()) {
      throw ErrorReport.error(
              SqlState.INVALID_BINARY_REPRESENTATION, "invalid external \"cidr\" value")
          .withDetail("Value has bits set to right of mask.")
          .toException();
    }
    return value;
  }

  private RuntimeException invalid(String what) {
    return TypeErrors.invalidBinary("invalid " + what + " in external \"" + type + "\" value");
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    Inet inet = (Inet) value;
    byte[] address = inet.address();
    return new BinaryWriter(HEAD + address.length)
        .int8(address.length == Inet.IPV4 ? AF_INET : AF_INET6)
        .int8(inet.bits())
        .int8(isCidr() ? 1 : 0)
        .int8(address.length)
        .bytes(address)
        .toBytes();
  }
}
