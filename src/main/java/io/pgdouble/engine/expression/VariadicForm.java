package io.pgdouble.engine.expression;

/** Whether the last argument is an array for a variadic parameter. */
public enum VariadicForm {
  NONE,
  ARRAY
}
