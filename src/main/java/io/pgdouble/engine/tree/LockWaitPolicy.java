package io.pgdouble.engine.tree;

/** What to do when a row is locked. */
public enum LockWaitPolicy {
  BLOCK,
  SKIP,
  ERROR
}
