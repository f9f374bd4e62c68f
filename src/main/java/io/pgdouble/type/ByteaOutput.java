package io.pgdouble.type;

/** {@code bytea_output}. */
public enum ByteaOutput {
  HEX,
  ESCAPE
}
