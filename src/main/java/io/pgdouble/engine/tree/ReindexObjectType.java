package io.pgdouble.engine.tree;

/** What REINDEX names. */
public enum ReindexObjectType {
  INDEX,
  TABLE,
  SCHEMA,
  SYSTEM,
  DATABASE
}
