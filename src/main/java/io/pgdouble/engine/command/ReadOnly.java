package io.pgdouble.engine.command;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** What a read-only transaction may not do: {@code utility.c: PreventCommandIfReadOnly}. */
final class ReadOnly {
  private ReadOnly() {}

  static void prevent(SessionMemory memory, String command) {
    if (memory.settings().bool("transaction_read_only")) {
      throw new ReportedError(
          SqlState.READ_ONLY_SQL_TRANSACTION,
          "cannot execute " + command + " in a read-only transaction");
    }
  }
}
