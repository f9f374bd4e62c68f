package io.pgdouble.engine.plpgsql;

import java.util.Optional;

/** A text of SQL within a function, and what was made of it ({@code PLpgSQL_expr}). */
final class PlExpression {
  final String query;
  final ParseMode mode;
  final Namespace namespace;

  /** How it is run, as long as names mean the same. */
  Optional<PreparedExpression> prepared = Optional.empty();

  /** How it is run as a statement. */
  Optional<PreparedSql> statement = Optional.empty();

  PlExpression(String query, ParseMode mode, Namespace namespace) {
    this.query = query;
    this.mode = mode;
    this.namespace = namespace;
  }
}
