package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.ErrorReport;

/** CALL and DO ({@code exec_stmt_call}). */
final class CallStatement extends PlStatement {
  private final String command;
  private final PlExpression sql;

  CallStatement(int line, String command, PlExpression sql) {
    super(line);
    this.command = command;
    this.sql = sql;
  }

  @Override
  String typeName() {
    return command;
  }

  @Override
  Outcome run(Estate estate) {
    SpiResult result = SqlStatement.run(estate, sql, plan -> 0, estate.atomicity);
    if (!result.rows().isEmpty()) {
      throw ErrorReport.notSimulated("CALL with output parameters in PL/pgSQL").toException();
    }
    return Outcome.OK;
  }
}
