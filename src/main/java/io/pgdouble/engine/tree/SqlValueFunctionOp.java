package io.pgdouble.engine.tree;

/** The functions that look like names. (SYSTEM_USER is a plain FuncCall.) */
public enum SqlValueFunctionOp {
  CURRENT_DATE,
  CURRENT_TIME,
  CURRENT_TIME_N,
  CURRENT_TIMESTAMP,
  CURRENT_TIMESTAMP_N,
  LOCALTIME,
  LOCALTIME_N,
  LOCALTIMESTAMP,
  LOCALTIMESTAMP_N,
  CURRENT_ROLE,
  CURRENT_USER,
  USER,
  SESSION_USER,
  CURRENT_CATALOG,
  CURRENT_SCHEMA
}
