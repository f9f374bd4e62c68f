package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** Waiting, and signals to other backends. Source: {@code misc.c}, {@code signalfuncs.c}. */
final class Processes {
  private static final long MICROS_PER_MILLISECOND = 1000;
  private static final long WAIT_MILLISECONDS = 100;

  private Processes() {}

  static boolean cancel(CallContext context, int pid) {
    boolean sent = context.execution().signalling().cancel(pid);
    if (!sent) {
      warnOfStranger(context, pid);
    }
    return sent;
  }

  /**
   * @param timeout milliseconds to wait for the backend's end; 0 does not wait
   */
  static boolean terminate(CallContext context, int pid, long timeout) {
    if (timeout < 0) {
      throw FunctionErrors.range("\"timeout\" must not be negative");
    }
    boolean sent = context.execution().signalling().terminate(pid);
    if (!sent) {
      warnOfStranger(context, pid);
    }
    return sent && (timeout == 0 || hasEnded(context, pid, timeout));
  }

  private static void warnOfStranger(CallContext context, int pid) {
    context
        .execution()
        .report(
            ErrorReport.warning(
                SqlState.WARNING, "PID " + pid + " is not a PostgreSQL backend process"));
  }

  private static boolean hasEnded(CallContext context, int pid, long timeout) {
    ExecutionContext execution = context.execution();
    for (long rest = timeout; rest > 0; rest -= WAIT_MILLISECONDS) {
      if (!execution.signalling().isRunning(pid)) {
        return true;
      }
      execution.sleep(Math.min(rest, WAIT_MILLISECONDS) * MICROS_PER_MILLISECOND);
      execution.checkForInterrupts();
    }
    String text = "backend with PID " + pid + " did not terminate within " + timeout;
    execution.report(
        ErrorReport.warning(
            SqlState.WARNING, text + (timeout == 1 ? " millisecond" : " milliseconds")));
    return false;
  }

  /** Returns the empty string, the one value of type {@code void}. */
  static String sleep(CallContext context, double seconds) {
    ExecutionContext execution = context.execution();
    double micros = seconds * 1_000_000;
    if (micros > 0) {
      // A number that fits no integer waits until it is interrupted.
      execution.sleep((long) Math.ceil(micros));
    }
    execution.checkForInterrupts();
    return "";
  }
}
