package io.pgdouble.engine.prepared;

/** Who prepared a statement, as {@code pg_prepared_statements.from_sql} tells. */
public enum Origin {
  SQL,
  PROTOCOL
}
