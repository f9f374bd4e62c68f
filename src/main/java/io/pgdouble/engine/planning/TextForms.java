package io.pgdouble.engine.planning;

import io.pgdouble.type.TypeOid;

/** Which types' input and output functions depend on settings or the catalog ({@code stable}). */
final class TextForms {
  private TextForms() {}

  /** Whether reading or writing a value of the type is more than its text. */
  static boolean isMutable(int type) {
    return switch (type) {
      case TypeOid.BOOL,
          TypeOid.INT2,
          TypeOid.INT4,
          TypeOid.INT8,
          TypeOid.FLOAT4,
          TypeOid.FLOAT8,
          TypeOid.NUMERIC,
          TypeOid.TEXT,
          TypeOid.VARCHAR,
          TypeOid.BPCHAR,
          TypeOid.NAME,
          TypeOid.CHAR,
          TypeOid.UNKNOWN,
          TypeOid.CSTRING,
          TypeOid.OID,
          TypeOid.BYTEA,
          TypeOid.UUID,
          TypeOid.BIT,
          TypeOid.VARBIT,
          TypeOid.JSONB,
          TypeOid.INET,
          TypeOid.CIDR,
          TypeOid.MACADDR,
          TypeOid.XID,
          TypeOid.XID8,
          TypeOid.CID,
          TypeOid.TID,
          TypeOid.PG_LSN ->
          false;
      default -> true;
    };
  }
}
