package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.ConstraintsSetStmt;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** SET CONSTRAINTS ({@code trigger.c: AfterTriggerSetState}), as long as there are none. */
final class ConstraintCommands {
  private static final String SYSTEM_PREFIX = "pg_";

  private final SessionMemory memory;

  ConstraintCommands(SessionMemory memory) {
    this.memory = memory;
  }

  Completion set(ConstraintsSetStmt node, UtilityCommand.Invocation in) {
    memory.block().warnOutsideBlock("SET CONSTRAINTS");
    for (RangeVar constraint : node.constraints()) {
      throw missing(constraint);
    }
    return in.done();
  }

  private static ReportedError missing(RangeVar constraint) {
    boolean perhapsKnown =
        constraint.schemaname().isPresent() || constraint.relname().startsWith(SYSTEM_PREFIX);
    if (perhapsKnown) {
      return ErrorReport.notSimulated("SET CONSTRAINTS for constraints of the system catalogs")
          .toException();
    }
    return new ReportedError(
        SqlState.UNDEFINED_OBJECT, "constraint \"" + constraint.relname() + "\" does not exist");
  }
}
