package io.pgdouble.type;

/** Which class reads and writes which type. A class is loaded when its type is first used. */
final class TypeIos {
  private TypeIos() {}

  /** Null for a type whose values are not simulated. */
  static TypeIo find(int oid) {
    return switch (oid) {
      case TypeOid.INT4 -> Int4Io.INSTANCE;
      case TypeOid.TEXT, TypeOid.UNKNOWN, TypeOid.CSTRING, TypeOid.REFCURSOR -> TextIo.INSTANCE;
      case TypeOid.BOOL -> BoolIo.INSTANCE;
      case TypeOid.INT2 -> Int2Io.INSTANCE;
      case TypeOid.INT8 -> Int8Io.INSTANCE;
      default -> null;
    };
  }
}
