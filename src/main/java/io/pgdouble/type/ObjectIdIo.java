package io.pgdouble.type;

/**
 * The object identifier types, {@code regclass} and its like: a number, {@code -} for none, or a
 * name, which the catalog resolves. Server: {@code regproc.c}.
 */
final class ObjectIdIo implements TypeIo {
  private final int typeOid;

  ObjectIdIo(int typeOid) {
    this.typeOid = typeOid;
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    if (text.equals("-")) {
      return 0L;
    }
    if (isNumber(text)) {
      return UnsignedText.parse32(text, "oid");
    }
    return environment.objectNames().resolve(typeOid, text);
  }

  /** {@code parseNumericOid}: all digits, nothing else. */
  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Ascii.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    long oid = (Long) value;
    if (oid == 0) {
      return typeOid == TypeOid.REGOPER || typeOid == TypeOid.REGOPERATOR ? "0" : "-";
    }
    return environment.objectNames().name(typeOid, oid).orElseGet(() -> Long.toUnsignedString(oid));
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return in.int32() & 0xffffffffL;
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(4).int32((int) (long) (Long) value).toBytes();
  }
}
