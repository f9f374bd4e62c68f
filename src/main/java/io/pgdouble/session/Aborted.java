package io.pgdouble.session;

import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TransactionStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** What is refused in a failed transaction block. */
final class Aborted {
  private Aborted() {}

  static ReportedError error() {
    return new ReportedError(
        SqlState.IN_FAILED_SQL_TRANSACTION,
        "current transaction is aborted, commands ignored until end of transaction block");
  }

  /** {@code postgres.c: IsTransactionExitStmt}. */
  static boolean isExit(Statement statement) {
    if (!(statement instanceof TransactionStmt transaction)) {
      return false;
    }
    return switch (transaction.kind()) {
      case COMMIT, PREPARE, ROLLBACK, ROLLBACK_TO -> true;
      case BEGIN, START, SAVEPOINT, RELEASE, COMMIT_PREPARED, ROLLBACK_PREPARED -> false;
    };
  }
}
