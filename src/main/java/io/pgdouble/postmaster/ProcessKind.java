package io.pgdouble.postmaster;

import io.pgdouble.backend.ExitStatus;
import io.pgdouble.facts.MajorChange;
import java.util.Optional;

/** What a server process is for. {@code miscadmin.h: BackendType}. */
public enum ProcessKind {
  CLIENT_BACKEND("client backend", "server process"),
  STARTUP("startup", "startup process"),
  /** From 18 on. */
  IO_WORKER("io worker", "io worker"),
  CHECKPOINTER("checkpointer", "checkpointer process"),
  BACKGROUND_WRITER("background writer", "background writer process"),
  WAL_WRITER("walwriter", "WAL writer process"),
  AUTOVACUUM_LAUNCHER("autovacuum launcher", "autovacuum launcher process"),
  LOGICAL_REPLICATION_LAUNCHER(
      "logical replication launcher", "background worker \"logical replication launcher\"");

  private final String backendType;
  private final String logName;

  ProcessKind(String backendType, String logName) {
    this.backendType = backendType;
    this.logName = logName;
  }

  /** As {@code pg_stat_activity.backend_type} has it. */
  public String backendType() {
    return backendType;
  }

  /**
   * What one waits for that has nothing to do, among the {@code wait_event}s of type {@code
   * Activity}; empty where that is another type's, or depends on what is to be replayed.
   */
  Optional<String> rest(int major) {
    boolean later = MajorChange.PROCESSES_ARE_WORDS_OF_EVENTS.isIn(major);
    return switch (this) {
      case CLIENT_BACKEND, STARTUP -> Optional.empty();
      case IO_WORKER -> Optional.of("IoWorkerMain");
      case CHECKPOINTER -> Optional.of("CheckpointerMain");
      case BACKGROUND_WRITER -> Optional.of(later ? "BgwriterMain" : "BgWriterMain");
      case WAL_WRITER -> Optional.of("WalWriterMain");
      case AUTOVACUUM_LAUNCHER -> Optional.of(later ? "AutovacuumMain" : "AutoVacuumMain");
      case LOGICAL_REPLICATION_LAUNCHER -> Optional.of("LogicalLauncherMain");
    };
  }

  /** How SIGTERM ends it. */
  ExitStatus exitOnTerm() {
    return this == LOGICAL_REPLICATION_LAUNCHER ? ExitStatus.FATAL : ExitStatus.NORMAL;
  }

  /** As the postmaster names it in the log. */
  public String logName(int major) {
    boolean byType = this == CLIENT_BACKEND && MajorChange.BACKENDS_ARE_CALLED_BY_TYPE.isIn(major);
    return byType ? backendType : logName;
  }
}
