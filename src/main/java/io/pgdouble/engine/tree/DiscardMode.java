package io.pgdouble.engine.tree;

/** What DISCARD throws away. */
public enum DiscardMode {
  ALL,
  PLANS,
  SEQUENCES,
  TEMP
}
