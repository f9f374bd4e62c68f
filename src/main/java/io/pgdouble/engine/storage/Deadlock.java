package io.pgdouble.engine.storage;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/** Transactions that wait for each other: one of them has to fail. Source: {@code deadlock.c}. */
public final class Deadlock {
  private Deadlock() {}

  /**
   * @throws io.pgdouble.error.ReportedError if a transaction waits for itself in the end
   */
  public static void check(SessionTransaction waiter) {
    List<SessionTransaction> circle = new ArrayList<>();
    StringBuilder detail = new StringBuilder();
    SessionTransaction at = waiter;
    while (at != null && !circle.contains(at)) {
      circle.add(at);
      Xact awaited = at.waitingFor();
      SessionTransaction blocker = awaited == null ? null : awaited.owner();
      if (blocker != null) {
        detail.append(detail.isEmpty() ? "" : "\n").append(line(at, awaited, blocker));
      }
      at = blocker;
    }
    if (at == waiter) {
      throw ErrorReport.error(SqlState.T_R_DEADLOCK_DETECTED, "deadlock detected")
          .withDetail(detail.toString())
          .withHint("See server log for query details.")
          .toException();
    }
  }

  private static String line(SessionTransaction waiter, Xact on, SessionTransaction blocker) {
    return "Process "
        + waiter.pid()
        + " waits for ShareLock on transaction "
        + on.id()
        + "; blocked by process "
        + blocker.pid()
        + ".";
  }
}
