package io.pgdouble.postmaster;

import io.pgdouble.backend.ForkedProcess;
import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.backend.WallClock;
import io.pgdouble.engine.BackendActivity;
import io.pgdouble.engine.VirtualTransaction;
import io.pgdouble.engine.function.Recovery;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.settings.ServerSettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The processes that serve no frontend, by their pids. They do nothing: there is no WAL to write
 * and nothing to vacuum; but they can be seen, and die. {@code postmaster.c: ServerLoop}.
 */
final class AuxiliaryProcesses {
  /** In the order in which a start brings them up. */
  private static final List<ProcessKind> OF_A_START =
      List.of(ProcessKind.CHECKPOINTER, ProcessKind.BACKGROUND_WRITER, ProcessKind.STARTUP);

  private static final List<ProcessKind> AFTER_A_START =
      List.of(
          ProcessKind.WAL_WRITER,
          ProcessKind.AUTOVACUUM_LAUNCHER,
          ProcessKind.LOGICAL_REPLICATION_LAUNCHER);

  /** Those that look into catalogs. */
  private static final Set<ProcessKind> HAVE_TRANSACTIONS =
      EnumSet.of(ProcessKind.AUTOVACUUM_LAUNCHER, ProcessKind.LOGICAL_REPLICATION_LAUNCHER);

  /** The order of {@code pg_stat_activity}: these are there before any backend and those behind. */
  private static final List<ProcessKind> BEFORE_BACKENDS =
      List.of(ProcessKind.AUTOVACUUM_LAUNCHER, ProcessKind.LOGICAL_REPLICATION_LAUNCHER);

  private static final List<ProcessKind> BEHIND_BACKENDS =
      List.of(
          ProcessKind.IO_WORKER,
          ProcessKind.STARTUP,
          ProcessKind.BACKGROUND_WRITER,
          ProcessKind.CHECKPOINTER,
          ProcessKind.WAL_WRITER);

  private final Forks forks;
  private final String superuser;
  private final BiConsumer<ServerProcess, ProcessSignal> deliver;
  private final BackendNumbers numbers;
  private final Map<Integer, Child> living = new TreeMap<>();

  /** Those that are wanted and not there yet. */
  private final Set<Wish> wishes = new HashSet<>();

  private int major;
  private int ioWorkers;

  /** A process, what others may know of it, and its place among those of its kind. */
  private record Child(ServerProcess seen, ForkedProcess process, int place) {}

  /** A process to come: each is another. */
  private static final class Wish {
    private final ProcessKind kind;
    private final int place;

    Wish(ProcessKind kind, int place) {
      this.kind = kind;
      this.place = place;
    }
  }

  /**
   * @param superuser as whom the logical replication launcher runs
   * @param deliver what a signal does that reaches one of them
   */
  AuxiliaryProcesses(
      Forks forks,
      String superuser,
      BiConsumer<ServerProcess, ProcessSignal> deliver,
      BackendNumbers numbers) {
    this.forks = forks;
    this.superuser = superuser;
    this.deliver = deliver;
    this.numbers = numbers;
  }

  /** How many I/O workers such a server has. {@code method_worker.c}. */
  static int ioWorkersOf(ServerSettings settings) {
    boolean any =
        MajorChange.IO_WORKERS.isIn(settings.major())
            && settings.text("io_method").equals("worker");
    return any ? settings.integer("io_workers") : 0;
  }

  /** The configuration is this one from now on. */
  synchronized void configure(ServerSettings settings) {
    major = settings.major();
    ioWorkers = ioWorkersOf(settings);
    if (!living.isEmpty()) {
      adjustIoWorkers();
    }
  }

  /** {@code postmaster.c: maybe_adjust_io_workers}. */
  private void adjustIoWorkers() {
    for (int place = 0; place < ioWorkers; place++) {
      if (!isTaken(ProcessKind.IO_WORKER, place)) {
        fork(ProcessKind.IO_WORKER, place);
      }
    }
    for (Child child : List.copyOf(living.values())) {
      if (child.seen.kind() == ProcessKind.IO_WORKER && child.place >= ioWorkers) {
        end(child.seen.pid(), () -> {});
      }
    }
  }

  private boolean isTaken(ProcessKind kind, int place) {
    return living.values().stream()
            .anyMatch(child -> child.seen.kind() == kind && child.place == place)
        || wishes.stream().anyMatch(wish -> wish.kind == kind && wish.place == place);
  }

  /** The server starts or recovers. */
  synchronized void starting() {
    adjustIoWorkers();
    OF_A_START.forEach(this::fork);
  }

  /** It serves those who read: what is replayed is a transaction, too, of the startup process. */
  synchronized void hotStandby() {
    find(ProcessKind.STARTUP).ifPresent(startup -> numbers.enterStartup(startup.pid()));
  }

  /** It has started: the startup process is done. */
  synchronized void started() {
    end(ProcessKind.STARTUP);
    AFTER_A_START.forEach(this::fork);
  }

  private void fork(ProcessKind kind) {
    fork(kind, 0);
  }

  private void fork(ProcessKind kind, int place) {
    Wish wish = new Wish(kind, place);
    wishes.add(wish);
    String name = kind.backendType() + (kind == ProcessKind.IO_WORKER ? " " + place : "");
    forks.fork(name, process -> born(wish, process));
  }

  private synchronized void born(Wish wish, ForkedProcess process) {
    if (!wishes.remove(wish)) {
      process.exit(() -> {});
      return;
    }
    ServerProcess seen = new ServerProcess(process.pid(), wish.kind, WallClock.now());
    living.put(process.pid(), new Child(seen, process, wish.place));
    if (HAVE_TRANSACTIONS.contains(wish.kind)) {
      numbers.enterAuxiliary(process.pid());
    }
    process.obey(signal -> deliver.accept(seen, signal));
  }

  /** All of them end. */
  synchronized void end() {
    for (ProcessKind kind : ProcessKind.values()) {
      end(kind);
    }
  }

  synchronized void end(ProcessKind kind) {
    wishes.removeIf(wish -> wish.kind == kind);
    for (Child child : List.copyOf(living.values())) {
      if (child.seen.kind() == kind) {
        end(child.seen.pid(), () -> {});
      }
    }
  }

  /**
   * One of them ends; nothing happens if there is none of that pid.
   *
   * @param reaped called when it is gone
   */
  synchronized void end(int pid, Runnable reaped) {
    Child child = living.remove(pid);
    if (child != null) {
      numbers.leave(pid);
      child.process.exit(reaped);
    }
  }

  /** One has ended as it should not, but in order: another takes its place, if none has it. */
  synchronized void replace(ServerProcess ended) {
    if (ended.kind() == ProcessKind.IO_WORKER) {
      adjustIoWorkers();
    } else if (!isTaken(ended.kind(), 0)) {
      fork(ended.kind());
    }
  }

  /** The transactions of one of them; empty for those that have none. */
  Optional<VirtualTransaction> transaction(int pid) {
    return numbers.find(pid);
  }

  /** Who replays on a server that may be read. */
  Optional<Recovery.StartupProcess> startup() {
    return find(ProcessKind.STARTUP)
        .flatMap(
            found ->
                numbers
                    .find(found.pid())
                    .map(one -> new Recovery.StartupProcess(found.pid(), one.backend())));
  }

  synchronized Optional<ServerProcess> find(int pid) {
    return Optional.ofNullable(living.get(pid)).map(Child::seen);
  }

  /** The process that does that; empty where it is gone, or not there yet. */
  synchronized Optional<ServerProcess> find(ProcessKind kind) {
    return living.values().stream().map(Child::seen).filter(seen -> seen.kind() == kind).findAny();
  }

  synchronized List<ServerProcess> all() {
    return living.values().stream().map(Child::seen).toList();
  }

  /** The first rows of {@code pg_stat_activity}. */
  List<BackendActivity> activityBeforeBackends() {
    return activity(BEFORE_BACKENDS);
  }

  /** The last ones. */
  List<BackendActivity> activityBehindBackends() {
    return activity(BEHIND_BACKENDS);
  }

  private List<BackendActivity> activity(List<ProcessKind> kinds) {
    List<ServerProcess> all = all();
    List<BackendActivity> rows = new ArrayList<>();
    for (ProcessKind kind : kinds) {
      all.stream().filter(seen -> seen.kind() == kind).forEach(seen -> rows.add(row(seen)));
    }
    return rows;
  }

  private BackendActivity row(ServerProcess process) {
    boolean launcher = process.kind() == ProcessKind.LOGICAL_REPLICATION_LAUNCHER;
    return new BackendActivity(
        process.pid(),
        process.kind().backendType(),
        "",
        launcher ? superuser : "",
        Optional.empty(),
        process.start(),
        Optional.empty(),
        process.kind().rest(major),
        Optional.empty());
  }
}
