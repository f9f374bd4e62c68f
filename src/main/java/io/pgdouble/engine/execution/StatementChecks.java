package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.PendingCheck;
import io.pgdouble.engine.storage.PendingEvents;

/** What constraints look at once a statement has done its work ({@code AfterTriggerEndQuery}). */
final class StatementChecks {
  private final PendingEvents pending;

  StatementChecks(PendingEvents pending) {
    this.pending = pending;
  }

  void later(PendingCheck check) {
    pending.add(check);
  }

  PendingEvents pending() {
    return pending;
  }

  /** Rows of a statement that writes; behind the last of them its checks are run. */
  RowSource finishing(RowSource rows, Frame frame) {
    return () -> {
      Object[] row = rows.next();
      if (row == RowSource.END && pending.size() > 0) {
        frame.context.storage().checks().endStatement(pending);
        pending.clear();
      }
      return row;
    };
  }
}
