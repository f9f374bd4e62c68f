package io.pgdouble.engine.tree;

/** The objects of a publication. */
public enum PublicationObjSpecType {
  TABLE,
  TABLES_IN_SCHEMA,
  TABLES_IN_CUR_SCHEMA,
  CONTINUATION
}
