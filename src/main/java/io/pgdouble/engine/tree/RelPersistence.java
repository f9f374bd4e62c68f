package io.pgdouble.engine.tree;

/** How long a relation lives. */
public enum RelPersistence {
  PERMANENT,
  UNLOGGED,
  TEMP
}
