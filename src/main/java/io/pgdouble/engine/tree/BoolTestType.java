package io.pgdouble.engine.tree;

/** What a BooleanTest asks. */
public enum BoolTestType {
  IS_TRUE,
  IS_NOT_TRUE,
  IS_FALSE,
  IS_NOT_FALSE,
  IS_UNKNOWN,
  IS_NOT_UNKNOWN
}
