package io.pgdouble.engine.expression;

/** What is asked of a subquery. */
public enum SubLinkKind {
  EXISTS,
  ALL,
  ANY,
  ROW_COMPARE,
  SCALAR,

  /** The only row as a value; null without one. */
  ROW,
  ARRAY
}
