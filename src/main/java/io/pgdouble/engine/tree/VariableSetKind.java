package io.pgdouble.engine.tree;

/** The forms of SET and RESET. */
public enum VariableSetKind {
  SET_VALUE,
  SET_DEFAULT,
  SET_CURRENT,
  SET_MULTI,
  RESET,
  RESET_ALL
}
