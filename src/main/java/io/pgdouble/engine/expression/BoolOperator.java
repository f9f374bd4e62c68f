package io.pgdouble.engine.expression;

/** The connectives. */
public enum BoolOperator {
  AND,
  OR,
  NOT
}
