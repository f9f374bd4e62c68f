package io.pgdouble.engine.tree;

/** The mode of a parameter. */
public enum FunctionParameterMode {
  DEFAULT,
  IN,
  OUT,
  INOUT,
  VARIADIC,
  TABLE
}
