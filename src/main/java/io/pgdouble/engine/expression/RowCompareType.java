package io.pgdouble.engine.expression;

/** Order comparisons of rows. */
public enum RowCompareType {
  LT,
  LE,
  GE,
  GT
}
