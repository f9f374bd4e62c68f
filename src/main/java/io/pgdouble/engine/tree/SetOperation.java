package io.pgdouble.engine.tree;

/** The set operations. */
public enum SetOperation {
  NONE,
  UNION,
  INTERSECT,
  EXCEPT
}
