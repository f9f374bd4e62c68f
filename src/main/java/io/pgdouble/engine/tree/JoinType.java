package io.pgdouble.engine.tree;

/** The join types a user can write. */
public enum JoinType {
  INNER,
  LEFT,
  FULL,
  RIGHT
}
