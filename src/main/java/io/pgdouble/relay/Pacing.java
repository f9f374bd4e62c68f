package io.pgdouble.relay;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.trace.Recorded;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * When a replay says what it says. At the recorded times, divided by a speed; without one at once,
 * except where somebody waited for an answer and somebody else let a while pass before he spoke: a
 * CancelRequest must find the statement that it is to cancel at work.
 */
final class Pacing {
  /** Shorter pauses were none. In microseconds. */
  private static final long SHORTEST_PAUSE = 20_000;

  private static final long LONGEST_PAUSE = 1_000_000;

  /** Before a CancelRequest, where nobody knows how long the pause was. */
  private static final long CANCEL_PAUSE = 100_000;

  private final long start = System.nanoTime();
  private final Set<String> waiting = new HashSet<>();
  private long last;

  /** Returns when it is time for an event. */
  void before(Recorded event, double speed) {
    boolean frontend = isFrontend(event);
    if (speed > 0 && frontend && event.micros() != Recorded.UNTIMED) {
      parkUntil(start + (long) (event.micros() * 1000 / speed));
    } else if (frontend && somebodyElseWaits(event.connection())) {
      parkUntil(System.nanoTime() + pause(event) * 1000);
    }
    last = Math.max(last, event.micros());
    takeNote(event);
  }

  private boolean somebodyElseWaits(String connection) {
    return waiting.stream().anyMatch(name -> !name.equals(connection));
  }

  private long pause(Recorded event) {
    long gap = event.micros() - last;
    if (event.micros() != Recorded.UNTIMED && gap >= SHORTEST_PAUSE) {
      return Math.min(gap, LONGEST_PAUSE);
    }
    return isCancel(event) ? CANCEL_PAUSE : 0;
  }

  private static void parkUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static boolean isFrontend(Recorded event) {
    return !(event.happening() instanceof Happening.Crossed crossed)
        || crossed.crossing().direction() == Direction.FRONTEND;
  }

  private static boolean isCancel(Recorded event) {
    return event.happening() instanceof Happening.Crossed crossed
        && crossed.crossing() instanceof Crossing.Startup startup
        && startup.layout() == MessageLayout.CANCEL_REQUEST;
  }

  private void takeNote(Recorded event) {
    boolean asks =
        event.happening() instanceof Happening.Crossed crossed
            && crossed.crossing() instanceof Crossing.Message message
            && message.direction() == Direction.FRONTEND;
    if (asks) {
      waiting.add(event.connection());
    } else if (!isFrontend(event)) {
      waiting.remove(event.connection());
    }
  }
}
