package io.pgdouble.postmaster;

/** How a server stops. Manual: {@code server-shutdown}. */
public enum ShutdownMode {
  /** SIGTERM: refuses new connections, and stops when the last session has ended by itself. */
  SMART("smart"),
  /** SIGINT: terminates every session, rolls back, and stops. */
  FAST("fast"),
  /** SIGQUIT: every backend drops what it does. */
  IMMEDIATE("immediate");

  private final String word;

  ShutdownMode(String word) {
    this.word = word;
  }

  /** As the log and {@code pg_ctl} name it. */
  public String word() {
    return word;
  }
}
