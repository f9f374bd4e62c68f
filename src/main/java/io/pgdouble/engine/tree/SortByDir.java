package io.pgdouble.engine.tree;

/** The direction of an ORDER BY item. */
public enum SortByDir {
  DEFAULT,
  ASC,
  DESC,
  USING
}
