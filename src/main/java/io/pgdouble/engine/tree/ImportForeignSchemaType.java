package io.pgdouble.engine.tree;

/** Which tables are imported. */
public enum ImportForeignSchemaType {
  ALL,
  LIMIT_TO,
  EXCEPT
}
