package io.pgdouble.engine.tree;

/** OVERRIDING of INSERT. */
public enum OverridingKind {
  NOT_SET,
  USER_VALUE,
  SYSTEM_VALUE
}
