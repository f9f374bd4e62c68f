package io.pgdouble.engine.command;

import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.storage.Snapshot;
import io.pgdouble.error.ErrorReport;
import java.util.function.Supplier;

/** Runs of plans that begin later and see what there is now ({@code pquery.c: PortalStart}). */
final class Runs {
  private Runs() {}

  static Supplier<RowSource> of(Plan plan, Object[] parameters, SessionMemory memory) {
    ExecutionContext context = memory.execution();
    if (plan.lock(context)) {
      throw ErrorReport.notSimulated("tables that change while this statement waits for them")
          .toException();
    }
    Snapshot snapshot = context.storage().transaction().snapshot();
    return () -> plan.open(context, parameters, snapshot);
  }
}
