package io.pgdouble.engine.plpgsql;

/** A statement of PL/pgSQL, which knows what it does ({@code PLpgSQL_stmt}). */
abstract class PlStatement {
  /** In the function's body, from 1; 0 where it was not written. */
  final int line;

  PlStatement(int line) {
    this.line = line;
  }

  /** {@code plpgsql_stmt_typename}. */
  abstract String typeName();

  abstract Outcome run(Estate estate);
}
