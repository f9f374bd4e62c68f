package io.pgdouble.engine.expression;

/** The set operators. */
public enum SetOperator {
  UNION,
  INTERSECT,
  EXCEPT
}
