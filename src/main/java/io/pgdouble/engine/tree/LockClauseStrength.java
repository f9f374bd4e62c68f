package io.pgdouble.engine.tree;

/** The row locks, weakest first. */
public enum LockClauseStrength {
  FOR_KEY_SHARE,
  FOR_SHARE,
  FOR_NO_KEY_UPDATE,
  FOR_UPDATE
}
