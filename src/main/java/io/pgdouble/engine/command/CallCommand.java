package io.pgdouble.engine.command;

import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.plpgsql.SpiPlan;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.prepared.PlannableQuery;
import io.pgdouble.type.RecordValue;
import java.util.List;

/** CALL ({@code functioncmds.c: ExecuteCallStmt}). */
record CallCommand(SessionMemory memory, SessionSpi spi) {

  Completion run(UtilityCommand.Invocation in) {
    PlannableQuery query = in.plannable().orElseThrow();
    Plan plan = query.plans().plan(in.parameters(), memory.execution());
    plan.checkPermissions(memory.execution());
    SpiPlan.Atomicity atomicity = spi.atomicity();
    String text = spi.query(in.source().text());
    Object result =
        spi.nesting(
            text,
            atomicity,
            () -> {
              spi.routines().next(atomicity);
              return Runs.of(plan, in.parameters(), memory).get().next()[0];
            });
    List<OutputColumn> columns = query.columns();
    if (!columns.isEmpty()) {
      in.receiver().start(columns);
      in.receiver()
          .row(result instanceof RecordValue row ? row.values() : new Object[columns.size()]);
    }
    return in.done();
  }
}
