package io.pgdouble.engine;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/**
 * What pending interrupts come to. Source: {@code postgres.c: ProcessInterrupts, quickdie}. The
 * errors thrown here end a statement or, from FATAL on and for the warnings of {@code quickdie},
 * the backend.
 */
final class Interrupts {
  private final BackendHost host;

  Interrupts(BackendHost host) {
    this.host = host;
  }

  /** {@code CHECK_FOR_INTERRUPTS} within a statement. */
  void check() {
    if (host.interruptPending()) {
      take(Moment.IN_STATEMENT);
    }
  }

  /** The same between messages, where there is no statement that could be cancelled. */
  void checkWhileReading() {
    if (host.interruptPending()) {
      take(Moment.READING_COMMAND);
    }
  }

  private enum Moment {
    IN_STATEMENT,
    READING_COMMAND
  }

  private void take(Moment moment) {
    Optional<Interrupt> next = host.takeInterrupt();
    while (next.isPresent()) {
      deliver(next.get(), moment);
      next = host.takeInterrupt();
    }
  }

  private static void deliver(Interrupt interrupt, Moment moment) {
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
      case POSTMASTER_DEATH -> postmasterDeath(moment);
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
      case CANCEL ->
          cancel(moment, SqlState.QUERY_CANCELED, "canceling statement due to user request");
      case CONFIGURATION_RELOADED -> {}
    }
  }

  /** Whoever waits for something else leaves without a word, and whoever works goes on. */
  private static void postmasterDeath(Moment moment) {
    if (moment == Moment.READING_COMMAND) {
      throw fatal(
          SqlState.ADMIN_SHUTDOWN, "terminating connection due to unexpected postmaster exit");
    }
  }

  private static void cancel(Moment moment, SqlState state, String message) {
    if (moment == Moment.IN_STATEMENT) {
      throw new ReportedError(state, message);
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
        .withHint(
            "In a moment you should be able to reconnect to the database and repeat your command.")
        .toException();
  }
}
