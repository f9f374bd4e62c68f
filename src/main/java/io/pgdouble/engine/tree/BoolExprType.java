package io.pgdouble.engine.tree;

/** The logical operators. */
public enum BoolExprType {
  AND,
  OR,
  NOT
}
