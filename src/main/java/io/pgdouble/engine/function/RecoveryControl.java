package io.pgdouble.engine.function;

import io.pgdouble.engine.function.Recovery.ReplayState;
import io.pgdouble.engine.storage.CommitLog;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.OptionalLong;

/** {@code xlogfuncs.c}. */
final class RecoveryControl {
  /** {@code xlogfuncs.c: WAITS_PER_SECOND}. */
  private static final int WAITS_PER_SECOND = 10;

  private static final long WAIT_MICROS = 1_000_000 / WAITS_PER_SECOND;

  private RecoveryControl() {}

  static Recovery recovery(CallContext context) {
    return context.execution().recovery();
  }

  private static Recovery inProgress(CallContext context) {
    Recovery recovery = recovery(context);
    if (!recovery.inProgress()) {
      throw ErrorReport.error(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "recovery is not in progress")
          .withHint("Recovery control functions can only be executed during recovery.")
          .toException();
    }
    return recovery;
  }

  static boolean promote(CallContext context, Object[] arguments) {
    Recovery recovery = inProgress(context);
    int seconds = (Integer) arguments[1];
    if (seconds <= 0) {
      throw FunctionErrors.range("\"wait_seconds\" must not be negative or zero");
    }
    recovery.promote();
    return !(Boolean) arguments[0] || hasEnded(context.execution(), seconds);
  }

  private static boolean hasEnded(ExecutionContext execution, int seconds) {
    Recovery recovery = execution.recovery();
    for (long i = 0; i < (long) WAITS_PER_SECOND * seconds; i++) {
      if (!recovery.inProgress()) {
        return true;
      }
      execution.checkForInterrupts();
      execution.sleep(WAIT_MICROS);
    }
    String text = "server did not promote within " + seconds;
    execution.report(
        ErrorReport.warning(SqlState.WARNING, text + (seconds == 1 ? " second" : " seconds")));
    return false;
  }

  /** The empty string is the one value of type {@code void}. */
  static String pause(CallContext context) {
    inProgress(context).replay(ReplayState.PAUSED);
    return "";
  }

  static String resume(CallContext context) {
    inProgress(context).replay(ReplayState.NOT_PAUSED);
    return "";
  }

  static ReplayState replay(CallContext context) {
    return inProgress(context).replay();
  }

  static boolean isPaused(CallContext context) {
    return replay(context) != ReplayState.NOT_PAUSED;
  }

  static Long lastReplayed(CallContext context) {
    OptionalLong time = recovery(context).lastReplayed();
    return time.isPresent() ? time.getAsLong() : null;
  }

  /** {@code xid8funcs.c: pg_current_xact_id}. */
  static Object transactionId(CallContext context) {
    if (recovery(context).inProgress()) {
      throw new ReportedError(
          SqlState.READ_ONLY_SQL_TRANSACTION,
          "cannot execute pg_current_xact_id() during recovery");
    }
    return context.execution().storage().transaction().xid();
  }

  /** {@code xid8funcs.c: pg_xact_status}. */
  static String transactionStatus(CallContext context, long xid) {
    CommitLog log = context.execution().storage().log();
    if (Long.compareUnsigned(xid, log.nextXid()) >= 0) {
      throw FunctionErrors.invalidParameter(
          "transaction ID " + Long.toUnsignedString(xid) + " is in the future");
    }
    return switch (log.status(xid)) {
      case IN_PROGRESS -> "in progress";
      case COMMITTED -> "committed";
      case ABORTED -> "aborted";
      case FORGOTTEN -> null;
      case UNKNOWN ->
          throw ErrorReport.notSimulated("pg_xact_status of what was before the server's start")
              .toException();
    };
  }
}
