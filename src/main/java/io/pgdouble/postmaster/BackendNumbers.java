package io.pgdouble.postmaster;

import io.pgdouble.engine.VirtualTransaction;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.settings.ServerSettings;
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
  /** The launcher of autovacuum workers, and who synchronizes slots. {@code proc.h}. */
  private static final int NUM_SPECIAL_WORKER_PROCS = 2;

  /** The checkpointer and the background writer are started before it. */
  private static final int BEFORE_STARTUP = 2;

  private final boolean byPlace;
  private final int places;
  private final int startup;
  private final Map<Integer, VirtualTransaction> byPid = new HashMap<>();
  private final Queue<VirtualTransaction> free;
  private int made;

  /** Those of a server. */
  static BackendNumbers of(ServerSettings settings) {
    int connections = settings.integer("max_connections");
    boolean byPlace = MajorChange.BACKENDS_ARE_NUMBERED_BY_PLACE.isIn(settings.major());
    return new BackendNumbers(
        settings.major(), connections, byPlace ? placeOfStartup(settings, connections) : 0);
  }

  /**
   * Behind all that may be backends, of I/O workers, the checkpointer and the background writer
   * ({@code postinit.c: InitializeMaxBackends}, {@code proc.c: InitAuxiliaryProcess}).
   */
  private static int placeOfStartup(ServerSettings settings, int connections) {
    boolean hasSlots = MajorChange.AUTOVACUUM_WORKERS_HAVE_SLOTS.isIn(settings.major());
    int backends =
        connections
            + settings.integer(hasSlots ? "autovacuum_worker_slots" : "autovacuum_max_workers")
            + settings.integer("max_worker_processes")
            + settings.integer("max_wal_senders")
            + NUM_SPECIAL_WORKER_PROCS;
    return backends + AuxiliaryProcesses.ioWorkersOf(settings) + BEFORE_STARTUP;
  }

  /**
   * @param places how many backends there may be
   * @param startup the place of the startup process, where there are places
   */
  BackendNumbers(int major, int places, int startup) {
    this.startup = startup;
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

  /** The startup process of a standby does what transactions do. */
  synchronized void enterStartup(int pid) {
    byPid.put(pid, byPlace ? new VirtualTransaction(startup) : next());
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
    Optional.ofNullable(byPid.remove(pid))
        .filter(number -> !byPlace || number.backend() < places)
        .ifPresent(free::add);
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
