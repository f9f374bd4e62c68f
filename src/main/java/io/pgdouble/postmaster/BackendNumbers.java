package io.pgdouble.postmaster;

import io.pgdouble.engine.VirtualTransaction;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Which process has which number, in whose name its transactions are known. They are shared memory:
 * a crash forgets them.
 *
 * <p>Up to 16 they begin at 1, a newcomer gets the least that is free, and the launchers have one
 * as well ({@code sinvaladt.c: SharedInvalBackendInit}). From 17 on they are places among the
 * processes: those of backends begin at 0, and who comes gets the one that has been free for
 * longest ({@code proc.c: InitProcess}).
 */
final class BackendNumbers {
  private final boolean byPlace;
  private final int places;
  private final Map<Integer, VirtualTransaction> byPid = new HashMap<>();
  private final Queue<VirtualTransaction> free;
  private int made;

  /**
   * @param places how many backends there may be
   */
  BackendNumbers(int major, int places) {
    this.byPlace = MajorChange.BACKENDS_ARE_NUMBERED_BY_PLACE.isIn(major);
    this.places = places;
    this.free =
        byPlace
            ? new ArrayDeque<>()
            : new PriorityQueue<>(Comparator.comparingInt(VirtualTransaction::backend));
  }

  /** A backend begins. */
  synchronized void enter(int pid) {
    byPid.put(pid, next());
  }

  /** An auxiliary process begins, whose place would be none of a backend's. */
  synchronized void enterAuxiliary(int pid) {
    if (!byPlace) {
      enter(pid);
    }
  }

  private VirtualTransaction next() {
    boolean fresh = byPlace ? made < places : free.isEmpty();
    if (!fresh) {
      return free.remove();
    }
    made++;
    return new VirtualTransaction(byPlace ? made - 1 : made);
  }

  /** A process ends, whether it has a number or none. May be said twice. */
  synchronized void leave(int pid) {
    Optional.ofNullable(byPid.remove(pid)).ifPresent(free::add);
  }

  synchronized Optional<VirtualTransaction> find(int pid) {
    return Optional.ofNullable(byPid.get(pid));
  }

  /** Shared memory is made anew. */
  synchronized void reinitialize() {
    byPid.clear();
    free.clear();
    made = 0;
  }
}
