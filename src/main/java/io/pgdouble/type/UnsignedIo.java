package io.pgdouble.type;

/** oid, xid, cid and xid8. Server: {@code oid.c}, {@code xid.c}. */
final class UnsignedIo implements TypeIo {
  static final UnsignedIo OID = new UnsignedIo("oid", 32);
  static final UnsignedIo XID = new UnsignedIo("xid", 32);
  static final UnsignedIo CID = new UnsignedIo("cid", 32);
  static final UnsignedIo XID8 = new UnsignedIo("xid8", 64);

  private final String type;
  private final int bits;

  private UnsignedIo(String type, int bits) {
    this.type = type;
    this.bits = bits;
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return bits == 32 ? UnsignedText.parse32(text, type) : UnsignedText.parse64(text, type);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return Long.toUnsignedString((Long) value);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return bits == 32 ? (Object) (in.int32() & 0xffffffffL) : (Object) in.int64();
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    long number = (Long) value;
    return bits == 32
        ? new BinaryWriter(4).int32((int) number).toBytes()
        : new BinaryWriter(8).int64(number).toBytes();
  }
}
