package io.pgdouble.postmaster;

import io.pgdouble.backend.ExitStatus;
import io.pgdouble.facts.MajorChange;

/** What a server process is for. {@code miscadmin.h: BackendType}. */
public enum ProcessKind {
  CLIENT_BACKEND("client backend", "server process"),
  STARTUP("startup", "startup process"),
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
