package io.pgdouble.engine.expression;

/** The functions that SQL writes without parentheses ({@code SQLValueFunctionOp}). */
public enum ValueFunction {
  CURRENT_DATE,
  CURRENT_TIME,
  CURRENT_TIMESTAMP,
  LOCALTIME,
  LOCALTIMESTAMP,
  CURRENT_ROLE,
  CURRENT_USER,
  USER,
  SESSION_USER,
  CURRENT_CATALOG,
  CURRENT_SCHEMA
}
