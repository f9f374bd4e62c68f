package io.pgdouble.engine.tree;

/** ON COMMIT of a temporary table. */
public enum OnCommitAction {
  NOOP,
  PRESERVE_ROWS,
  DELETE_ROWS,
  DROP
}
