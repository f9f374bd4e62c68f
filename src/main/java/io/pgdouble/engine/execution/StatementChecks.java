package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.PendingCheck;
import java.util.List;

/** What constraints look at once a statement has done its work ({@code AfterTriggerEndQuery}). */
final class StatementChecks {
  private final List<PendingCheck> pending;

  StatementChecks(List<PendingCheck> pending) {
    this.pending = pending;
  }

  void later(PendingCheck check) {
    pending.add(check);
  }

  /** Rows of a statement that writes; behind the last of them its checks are run. */
  RowSource finishing(RowSource rows, Frame frame) {
    return () -> {
      Object[] row = rows.next();
      if (row == RowSource.END && !pending.isEmpty()) {
        frame.context.storage().checks().endStatement(pending);
        pending.clear();
      }
      return row;
    };
  }
}
