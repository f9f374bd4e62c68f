package io.pgdouble.postmaster;

/** Where in its life a server is. {@code postmaster.c: PMState}. */
public enum ServerState {
  /** Not all of it is there yet. */
  INIT,
  /** The startup process runs. */
  STARTUP,
  /** A standby replays what it finds, and is not consistent yet, or is to serve nobody. */
  RECOVERY,
  /** A standby serves those who only read. */
  HOT_STANDBY,
  /** It serves everybody. */
  RUN,
  /** Nobody new is served, and the backends are told to go. */
  STOP_BACKENDS,
  /** It waits for the processes that were told to go. */
  WAIT_BACKENDS,
  /** All processes are gone, and so will the postmaster be, unless it begins anew. */
  NO_CHILDREN;

  /** Whether sessions may begin. */
  boolean acceptsConnections() {
    return this == RUN || this == HOT_STANDBY;
  }
}
