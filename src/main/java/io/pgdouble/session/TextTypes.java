package io.pgdouble.session;

import io.pgdouble.type.TypeOid;

/** Types whose binary form is their text, in the client's encoding. */
final class TextTypes {
  private TextTypes() {}

  static boolean contains(int oid) {
    return switch (oid) {
      case TypeOid.TEXT,
          TypeOid.VARCHAR,
          TypeOid.BPCHAR,
          TypeOid.NAME,
          TypeOid.JSON,
          TypeOid.UNKNOWN,
          TypeOid.CSTRING ->
          true;
      default -> false;
    };
  }
}
