package io.pgdouble.engine.tree;

/** What to do with dependent objects. */
public enum DropBehavior {
  RESTRICT,
  CASCADE
}
