package io.pgdouble.engine.storage;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Transactions that wait for each other: one of them has to fail. Source: {@code deadlock.c}. */
public final class Deadlock {
  private final SessionTransaction start;

  /** The way that leads to where the search stands, and what each waits for there. */
  private final Map<SessionTransaction, Awaited> way = new LinkedHashMap<>();

  private Deadlock(SessionTransaction start) {
    this.start = start;
  }

  /**
   * @throws io.pgdouble.error.ReportedError if a transaction waits for itself in the end
   */
  public static void check(SessionTransaction waiter) {
    Deadlock search = new Deadlock(waiter);
    if (search.findsCircle(waiter)) {
      throw ErrorReport.error(SqlState.T_R_DEADLOCK_DETECTED, "deadlock detected")
          .withDetail(search.detail())
          .withHint("See server log for query details.")
          .toException();
    }
  }

  private boolean findsCircle(SessionTransaction at) {
    Awaited awaited = at.waitingFor();
    if (awaited == null) {
      return false;
    }
    way.put(at, awaited);
    for (SessionTransaction blocker : awaited.blockers()) {
      if (blocker == start || !way.containsKey(blocker) && findsCircle(blocker)) {
        return true;
      }
    }
    way.remove(at);
    return false;
  }

  private String detail() {
    List<SessionTransaction> circle = new ArrayList<>(way.keySet());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < circle.size(); i++) {
      SessionTransaction waiter = circle.get(i);
      SessionTransaction blocker = circle.get((i + 1) % circle.size());
      lines.add(
          "Process "
              + waiter.pid()
              + " waits for "
              + way.get(waiter).description()
              + "; blocked by process "
              + blocker.pid()
              + ".");
    }
    return String.join("\n", lines);
  }
}
