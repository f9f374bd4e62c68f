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
  FOREIGN,
  ATTR_DEFERRABLE,
  ATTR_NOT_DEFERRABLE,
  ATTR_DEFERRED,
  ATTR_IMMEDIATE
}
