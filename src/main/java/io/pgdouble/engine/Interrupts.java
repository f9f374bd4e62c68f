package io.pgdouble.engine;

import io.pgdouble.engine.transaction.TransactionBlock;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.Optional;

/**
 * What pending interrupts come to. Source: {@code postgres.c: ProcessInterrupts, quickdie}. The
 * errors thrown here end a statement or, from FATAL on and for the warnings of {@code quickdie},
 * the backend.
 */
public final class Interrupts {
  private static final String RECONNECT =
      "In a moment you should be able to reconnect to the database and repeat your command.";

  private final BackendHost host;
  private final TransactionBlock block;
  private final int major;

  /** What cancels a statement that waits for data; null mostly. */
  private ReportedError deferred;

  Interrupts(BackendHost host, TransactionBlock block, int major) {
    this.host = host;
    this.block = block;
    this.major = major;
  }

  /** {@code CHECK_FOR_INTERRUPTS} within a statement. */
  void check() {
    if (deferred != null) {
      ReportedError cancelled = deferred;
      deferred = null;
      throw cancelled;
    }
    if (host.interruptPending()) {
      take(Moment.IN_STATEMENT);
    }
  }

  /** The same between messages, where there is no statement that could be cancelled. */
  void checkWhileReading() {
    deferred = null;
    if (host.interruptPending()) {
      take(Moment.READING_COMMAND);
    }
  }

  /** The same while a statement waits for data, which is cancelled when some have come. */
  void checkWhileCopying() {
    if (host.interruptPending()) {
      take(Moment.AWAITING_DATA);
    }
  }

  private enum Moment {
    IN_STATEMENT,
    AWAITING_DATA,
    READING_COMMAND
  }

  private void take(Moment moment) {
    Optional<Interrupt> next = host.takeInterrupt();
    while (next.isPresent()) {
      deliver(next.get(), moment);
      next = host.takeInterrupt();
    }
  }

  /** What a frontend hears whose backend finds the postmaster gone. */
  public static ErrorReport postmasterDeath() {
    return ErrorReport.fatal(
        SqlState.ADMIN_SHUTDOWN, "terminating connection due to unexpected postmaster exit");
  }

  private void deliver(Interrupt interrupt, Moment moment) {
    switch (interrupt) {
      case CRASH_OF_SIBLING -> throw crashOfSibling();
      case UNEXPECTED_QUIT ->
          throw ErrorReport.warning(
                  SqlState.ADMIN_SHUTDOWN,
                  "terminating connection because of unexpected SIGQUIT signal")
              .toException();
      case IMMEDIATE_SHUTDOWN ->
          throw ErrorReport.warning(
                  SqlState.ADMIN_SHUTDOWN,
                  "terminating connection due to immediate shutdown command")
              .toException();
      case TERMINATE ->
          throw fatal(
              SqlState.ADMIN_SHUTDOWN, "terminating connection due to administrator command");
      case CLIENT_CONNECTION_LOST ->
          throw fatal(SqlState.CONNECTION_FAILURE, "connection to client lost");
      case IDLE_IN_TRANSACTION_SESSION_TIMEOUT ->
          throw fatal(
              SqlState.IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
              "terminating connection due to idle-in-transaction timeout");
      case IDLE_SESSION_TIMEOUT ->
          throw fatal(
              SqlState.IDLE_SESSION_TIMEOUT, "terminating connection due to idle-session timeout");
      case LOCK_TIMEOUT ->
          cancel(moment, SqlState.LOCK_NOT_AVAILABLE, "canceling statement due to lock timeout");
      case STATEMENT_TIMEOUT ->
          cancel(moment, SqlState.QUERY_CANCELED, "canceling statement due to statement timeout");
      case RECOVERY_CONFLICT -> conflict(host.recoveryConflict(), moment);
      case CANCEL ->
          cancel(moment, SqlState.QUERY_CANCELED, "canceling statement due to user request");
      case CONFIGURATION_RELOADED, NOTIFICATION -> {}
      case POSTMASTER_DEATH -> {
        if (moment == Moment.READING_COMMAND) {
          throw postmasterDeath().toException();
        }
      }
    }
  }

  /** {@code postgres.c: RecoveryConflictInterrupt, ProcessInterrupts}. */
  private void conflict(RecoveryConflict reason, Moment moment) {
    if (reason == RecoveryConflict.DATABASE) {
      throw ofItsMajor(terminating(SqlState.DATABASE_DROPPED, reason)).toException();
    }
    if (!block.isTransactionOrBlock()) {
      return;
    }
    if (block.isSubTransaction()) {
      throw ofItsMajor(terminating(SqlState.T_R_SERIALIZATION_FAILURE, reason)).toException();
    }
    if (!block.isAborted()) {
      throw switch (moment) {
        case IN_STATEMENT, AWAITING_DATA ->
            ErrorReport.error(
                    SqlState.T_R_SERIALIZATION_FAILURE,
                    "canceling statement due to conflict with recovery")
                .withDetail(reason.detail())
                .toException();
        case READING_COMMAND ->
            terminating(SqlState.T_R_SERIALIZATION_FAILURE, reason)
                .withHint(RECONNECT)
                .toException();
      };
    }
  }

  private static ErrorReport terminating(SqlState state, RecoveryConflict reason) {
    return ErrorReport.fatal(state, "terminating connection due to conflict with recovery")
        .withDetail(reason.detail());
  }

  private ErrorReport ofItsMajor(ErrorReport report) {
    boolean hinted = MajorChange.RECOVERY_CONFLICTS_HAVE_A_HINT.isIn(major);
    return hinted ? report.withHint(RECONNECT) : report;
  }

  private void cancel(Moment moment, SqlState state, String message) {
    switch (moment) {
      case IN_STATEMENT -> throw new ReportedError(state, message);
      case AWAITING_DATA -> deferred = new ReportedError(state, message);
      case READING_COMMAND -> {}
    }
  }

  private static ReportedError fatal(SqlState state, String message) {
    return ErrorReport.fatal(state, message).toException();
  }

  private static ReportedError crashOfSibling() {
    return ErrorReport.of(
            Severity.WARNING,
            SqlState.CRASH_SHUTDOWN,
            "terminating connection because of crash of another server process")
        .withDetail(
            "The postmaster has commanded this server process to roll back the current transaction"
                + " and exit, because another server process exited abnormally and possibly"
                + " corrupted shared memory.")
        .withHint(RECONNECT)
        .toException();
  }

  /** Waits, noticing interrupts. */
  void pause(long micros) {
    long end = host.now() + micros;
    for (long left = micros; left > 0; left = end - host.now()) {
      check();
      host.park(left);
    }
    check();
  }
}
