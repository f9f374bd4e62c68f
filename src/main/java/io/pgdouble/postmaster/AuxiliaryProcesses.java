package io.pgdouble.postmaster;

import io.pgdouble.backend.WallClock;
import io.pgdouble.engine.BackendActivity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntSupplier;

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

  private final ConcurrentSkipListMap<Integer, ServerProcess> living =
      new ConcurrentSkipListMap<>();
  private final IntSupplier pids;
  private final String superuser;

  /**
   * @param superuser as whom the logical replication launcher runs
   */
  AuxiliaryProcesses(IntSupplier pids, String superuser) {
    this.pids = pids;
    this.superuser = superuser;
  }

  /** The server starts or recovers. */
  void starting() {
    OF_A_START.forEach(this::fork);
  }

  /** It has started: the startup process is done. */
  void started() {
    living.values().removeIf(process -> process.kind() == ProcessKind.STARTUP);
    AFTER_A_START.forEach(this::fork);
  }

  private void fork(ProcessKind kind) {
    int pid = pids.getAsInt();
    living.put(pid, new ServerProcess(pid, kind, WallClock.now()));
  }

  /** All of them end. */
  void end() {
    living.clear();
  }

  /** One of them ends; empty if there is none of that pid. */
  Optional<ServerProcess> end(int pid) {
    return Optional.ofNullable(living.remove(pid));
  }

  /** One of them has ended as it should not, but in order: another takes its place. */
  void replace(ServerProcess ended) {
    fork(ended.kind());
  }

  Optional<ServerProcess> find(int pid) {
    return Optional.ofNullable(living.get(pid));
  }

  Collection<ServerProcess> all() {
    return living.values();
  }

  /** Rows of {@code pg_stat_activity}. */
  List<BackendActivity> activity(List<ProcessKind> kinds) {
    List<BackendActivity> rows = new ArrayList<>();
    for (ProcessKind kind : kinds) {
      living.values().stream()
          .filter(process -> process.kind() == kind)
          .forEach(process -> rows.add(row(process)));
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
