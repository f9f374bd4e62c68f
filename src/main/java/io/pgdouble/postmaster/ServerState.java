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
  /** It waits for those who were refused and have not heard it yet, and takes nobody. */
  WAIT_DEAD_END,
  /** All processes are gone, and so will the postmaster be, unless it begins anew. */
  NO_CHILDREN,
  /** The postmaster was killed, and nobody supervises those who are left. */
  KILLED;

  /** Whether nothing is left to do but to wait for processes. */
  boolean waits() {
    return this == WAIT_BACKENDS || this == WAIT_DEAD_END || this == KILLED;
  }

  /** Whether the postmaster does nothing any more. */
  boolean isOver() {
    return this == NO_CHILDREN || this == KILLED;
  }

  /** Whether sessions may begin. */
  boolean acceptsConnections() {
    return this == RUN || this == HOT_STANDBY;
  }
}
