package io.pgdouble.engine.expression;

/** The kinds of joins that can be written. */
public enum JoinKind {
  INNER,
  LEFT,
  RIGHT,
  FULL
}
