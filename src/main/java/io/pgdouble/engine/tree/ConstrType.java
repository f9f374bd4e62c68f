package io.pgdouble.engine.tree;

/** The kinds of constraint. */
public enum ConstrType {
  NULL,
  NOTNULL,
  DEFAULT,
  IDENTITY,
  GENERATED,
  CHECK,
  PRIMARY,
  UNIQUE,
  EXCLUSION,
  FOREIGN
}
