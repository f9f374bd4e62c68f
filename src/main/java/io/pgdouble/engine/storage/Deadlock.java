package io.pgdouble.engine.storage;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Transactions that wait for each other: one of them has to fail, unless it is enough that some
 * take turns in the queue of a lock. Source: {@code deadlock.c}.
 */
public final class Deadlock {
  private final SessionTransaction start;

  /** What the queues are taken to be changed to. */
  private final List<Turn> turns;

  /** The way that leads to where the search stands, and what each waits for there. */
  private final Map<SessionTransaction, Awaited> way = new LinkedHashMap<>();

  /** Whoever was come to leads to the start, or never will. */
  private final Set<SessionTransaction> seen = new HashSet<>();

  /** Where on the way one waits only because another stands ahead of it; the last comes first. */
  private final Deque<Turn> reversible = new ArrayDeque<>();

  /** In the queue of a lock, one goes before another that stands ahead of it. */
  record Turn(Lock.Request first, Lock.Request then) {}

  private Deadlock(SessionTransaction start, List<Turn> turns) {
    this.start = start;
    this.turns = turns;
  }

  /**
   * Ends a circle of waiting, if there is one, by other turns in the queues.
   *
   * @throws io.pgdouble.error.ReportedError if a transaction waits for itself in the end
   */
  public static void check(SessionTransaction waiter) {
    Optional<Deadlock> circle = new Deadlock(waiter, List.of()).find();
    if (circle.isEmpty()) {
      return;
    }
    List<Turn> turns =
        circle
            .get()
            .wayOut()
            .orElseThrow(
                () ->
                    ErrorReport.error(SqlState.T_R_DEADLOCK_DETECTED, "deadlock detected")
                        .withDetail(circle.get().detail())
                        .withHint("See server log for query details.")
                        .toException());
    turns.stream().map(turn -> turn.first().lock()).distinct().forEach(one -> one.reorder(turns));
  }

  private Optional<Deadlock> find() {
    return findsCircle(start) ? Optional.of(this) : Optional.empty();
  }

  /**
   * {@code DeadLockCheckRecurse}: turns under which nobody of those concerned waits for himself.
   */
  private Optional<List<Turn>> wayOut() {
    for (Turn turn : reversible) {
      List<Turn> more = new ArrayList<>(turns);
      more.add(turn);
      if (turns.contains(turn) || !turn.first().lock().allows(more)) {
        continue;
      }
      Optional<Deadlock> left = circleUnder(more);
      Optional<List<Turn>> found =
          left.isEmpty() ? Optional.of(more) : left.flatMap(Deadlock::wayOut);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** {@code TestConfiguration}. */
  private Optional<Deadlock> circleUnder(List<Turn> changed) {
    Set<SessionTransaction> concerned = new LinkedHashSet<>();
    for (Turn turn : changed) {
      concerned.add(turn.first().transaction());
      concerned.add(turn.then().transaction());
    }
    concerned.add(start);
    return concerned.stream()
        .flatMap(one -> new Deadlock(one, changed).find().stream())
        .findFirst();
  }

  private boolean findsCircle(SessionTransaction at) {
    Awaited awaited = at.waitingFor();
    if (awaited == null) {
      return false;
    }
    way.put(at, awaited);
    for (SessionTransaction blocker : awaited.holders()) {
      if (leadsBack(blocker)) {
        return true;
      }
    }
    if (awaited instanceof Lock.Request request && findsCircleAhead(request)) {
      return true;
    }
    way.remove(at);
    return false;
  }

  private boolean findsCircleAhead(Lock.Request request) {
    for (Lock.Request ahead : request.ahead(turns)) {
      reversible.addFirst(new Turn(request, ahead));
      if (leadsBack(ahead.transaction())) {
        return true;
      }
      reversible.removeFirst();
    }
    return false;
  }

  private boolean leadsBack(SessionTransaction blocker) {
    return blocker == start || seen.add(blocker) && findsCircle(blocker);
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
