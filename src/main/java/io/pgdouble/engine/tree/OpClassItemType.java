package io.pgdouble.engine.tree;

/** The items of an operator class. */
public enum OpClassItemType {
  OPERATOR,
  FUNCTION,
  STORAGE
}
