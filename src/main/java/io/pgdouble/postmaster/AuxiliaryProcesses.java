package io.pgdouble.postmaster;

import io.pgdouble.backend.ForkedProcess;
import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.backend.WallClock;
import io.pgdouble.engine.BackendActivity;
import java.util.ArrayList;
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

  private final Forks forks;
  private final String superuser;
  private final BiConsumer<ServerProcess, ProcessSignal> deliver;
  private final Map<Integer, Child> living = new TreeMap<>();

  /** Those that are wanted and not there yet. */
  private final Set<Wish> wishes = new HashSet<>();

  /** A process, and what others may know of it. */
  private record Child(ServerProcess seen, ForkedProcess process) {}

  /** A process to come: each is another. */
  private static final class Wish {
    private final ProcessKind kind;

    Wish(ProcessKind kind) {
      this.kind = kind;
    }
  }

  /**
   * @param superuser as whom the logical replication launcher runs
   * @param deliver what a signal does that reaches one of them
   */
  AuxiliaryProcesses(
      Forks forks, String superuser, BiConsumer<ServerProcess, ProcessSignal> deliver) {
    this.forks = forks;
    this.superuser = superuser;
    this.deliver = deliver;
  }

  /** The server starts or recovers. */
  synchronized void starting() {
    OF_A_START.forEach(this::fork);
  }

  /** It has started: the startup process is done. */
  synchronized void started() {
    end(ProcessKind.STARTUP);
    AFTER_A_START.forEach(this::fork);
  }

  private void fork(ProcessKind kind) {
    Wish wish = new Wish(kind);
    wishes.add(wish);
    forks.fork(kind, process -> born(wish, process));
  }

  private synchronized void born(Wish wish, ForkedProcess process) {
    if (!wishes.remove(wish)) {
      process.exit(() -> {});
      return;
    }
    ServerProcess seen = new ServerProcess(process.pid(), wish.kind, WallClock.now());
    living.put(process.pid(), new Child(seen, process));
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
      child.process.exit(reaped);
    }
  }

  /** One has ended as it should not, but in order: another takes its place, if none has it. */
  synchronized void replace(ServerProcess ended) {
    ProcessKind kind = ended.kind();
    boolean there = living.values().stream().anyMatch(child -> child.seen.kind() == kind);
    if (!there && wishes.stream().noneMatch(wish -> wish.kind == kind)) {
      fork(kind);
    }
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

  /** Rows of {@code pg_stat_activity}. */
  List<BackendActivity> activity(List<ProcessKind> kinds) {
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
        Optional.empty());
  }
}
