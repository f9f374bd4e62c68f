package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.ExecuteArguments;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.ExecuteStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** The values that EXECUTE gives ({@code prepare.c: EvaluateParams}). */
final class ExecuteParameters {
  private static final Object[] NONE = {};

  private final SessionMemory memory;

  ExecuteParameters(SessionMemory memory) {
    this.memory = memory;
  }

  Object[] values(ExecuteStmt node, PreparedStatement prepared) {
    int expected = prepared.parameterTypes().length;
    if (expected == 0) {
      // What EXECUTE gives is not even looked at.
      return NONE;
    }
    int given = node.params().size();
    if (given != expected) {
      throw ErrorReport.error(
              SqlState.SYNTAX_ERROR,
              "wrong number of parameters for prepared statement \"" + node.name() + "\"")
          .withDetail("Expected " + expected + " parameters but got " + given + ".")
          .toException();
    }
    Query query =
        ExecuteArguments.analyze(
            node.params(), prepared.parameterTypes(), memory.analysis(memory.execution()));
    Plan plan = Planner.plan(query, Optional.empty(), memory.relations(), memory.execution());
    plan.checkPermissions(memory.execution());
    return Runs.of(plan, NONE, memory).get().next();
  }
}
