package io.pgdouble.engine.tree;

/** FETCH FIRST ... ONLY or WITH TIES. */
public enum LimitOption {
  COUNT,
  WITH_TIES
}
