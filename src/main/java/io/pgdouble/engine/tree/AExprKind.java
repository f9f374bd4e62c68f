package io.pgdouble.engine.tree;

/**
 * The forms of an AExpr; IN, LIKE, ILIKE, SIMILAR and DISTINCT tell their negation by the
 * operator's name.
 */
public enum AExprKind {
  OP,
  OP_ANY,
  OP_ALL,
  DISTINCT,
  NOT_DISTINCT,
  NULLIF,
  IN,
  LIKE,
  ILIKE,
  SIMILAR,
  BETWEEN,
  NOT_BETWEEN,
  BETWEEN_SYM,
  NOT_BETWEEN_SYM
}
