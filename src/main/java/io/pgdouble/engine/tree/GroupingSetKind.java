package io.pgdouble.engine.tree;

/** The forms of a GroupingSet. */
public enum GroupingSetKind {
  EMPTY,
  ROLLUP,
  CUBE,
  SETS
}
