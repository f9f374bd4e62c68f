package io.pgdouble.engine.tree;

/** Where nulls sort. */
public enum SortByNulls {
  DEFAULT,
  FIRST,
  LAST
}
