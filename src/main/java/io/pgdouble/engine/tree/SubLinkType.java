package io.pgdouble.engine.tree;

/** The forms of a SubLink. */
public enum SubLinkType {
  EXISTS,
  ALL,
  ANY,
  EXPR,
  ARRAY
}
