package io.pgdouble.engine.command;

import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.ExecuteStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** The values that EXECUTE gives ({@code prepare.c: EvaluateParams}). */
final class ExecuteParameters {
  private final SessionMemory memory;

  ExecuteParameters(SessionMemory memory) {
    this.memory = memory;
  }

  Object[] values(ExecuteStmt node, PreparedStatement prepared) {
    int expected = prepared.parameterTypes().length;
    int given = node.params().size();
    if (given != expected) {
      throw ErrorReport.error(
              SqlState.SYNTAX_ERROR,
              "wrong number of parameters for prepared statement \"" + node.name() + "\"")
          .withDetail("Expected " + expected + " parameters but got " + given + ".")
          .toException();
    }
    if (given == 0) {
      return new Object[0];
    }
    throw ErrorReport.notSimulated("parameters of EXECUTE").toException();
  }
}
