package io.pgdouble.engine.plpgsql;

/** {@code exec_stmt_perform}. */
final class PerformStatement extends PlStatement {
  private final PlExpression query;

  PerformStatement(int line, PlExpression query) {
    super(line);
    this.query = query;
  }

  @Override
  String typeName() {
    return "PERFORM";
  }

  @Override
  Outcome run(Estate estate) {
    SpiResult result = SqlStatement.select(estate, query, 0);
    estate.processed = result.processed();
    estate.found(result.processed() != 0);
    return Outcome.OK;
  }
}
