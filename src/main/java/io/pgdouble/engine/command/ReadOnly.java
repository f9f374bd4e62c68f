package io.pgdouble.engine.command;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** What may not be done by who may only read. */
final class ReadOnly {
  private ReadOnly() {}

  /** {@code utility.c: PreventCommandDuringRecovery}. */
  static void preventInRecovery(SessionMemory memory, String command) {
    if (memory.execution().recovery().inProgress()) {
      throw new ReportedError(
          SqlState.READ_ONLY_SQL_TRANSACTION, "cannot execute " + command + " during recovery");
    }
  }

  /** {@code utility.c: PreventCommandIfReadOnly}. */
  static void prevent(SessionMemory memory, String command) {
    if (memory.settings().bool("transaction_read_only")) {
      throw new ReportedError(
          SqlState.READ_ONLY_SQL_TRANSACTION,
          "cannot execute " + command + " in a read-only transaction");
    }
  }
}
