package io.pgdouble.postmaster;

/** How a server stops. Manual: {@code server-shutdown}. */
public enum ShutdownMode {
  /** SIGTERM: refuses new connections, and stops when the last session has ended by itself. */
  SMART,
  /** SIGINT: terminates every session, rolls back, and stops. */
  FAST,
  /** SIGQUIT: every backend drops what it does. */
  IMMEDIATE
}
