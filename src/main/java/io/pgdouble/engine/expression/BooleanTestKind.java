package io.pgdouble.engine.expression;

/** The truth tests. */
public enum BooleanTestKind {
  IS_TRUE,
  IS_NOT_TRUE,
  IS_FALSE,
  IS_NOT_FALSE,
  IS_UNKNOWN,
  IS_NOT_UNKNOWN
}
