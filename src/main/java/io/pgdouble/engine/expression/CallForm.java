package io.pgdouble.engine.expression;

/** How a call was written ({@code CoercionForm}). */
public enum CallForm {
  EXPLICIT_CALL,
  EXPLICIT_CAST,
  IMPLICIT_CAST,
  SQL_SYNTAX
}
