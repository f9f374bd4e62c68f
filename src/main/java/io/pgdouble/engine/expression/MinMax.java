package io.pgdouble.engine.expression;

/** Which extreme is asked for. */
public enum MinMax {
  GREATEST,
  LEAST
}
