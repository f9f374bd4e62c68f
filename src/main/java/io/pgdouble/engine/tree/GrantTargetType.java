package io.pgdouble.engine.tree;

/** What GRANT names. */
public enum GrantTargetType {
  OBJECT,
  ALL_IN_SCHEMA,
  DEFAULTS
}
