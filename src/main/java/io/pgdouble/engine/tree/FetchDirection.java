package io.pgdouble.engine.tree;

/** The direction of FETCH. */
public enum FetchDirection {
  FORWARD,
  BACKWARD,
  ABSOLUTE,
  RELATIVE
}
