package io.pgdouble.conformance;

import io.pgdouble.reference.StandbyConflict;

/** The life of a server that was started for one case, as far as a case may steer it. */
public interface ServerControl {

  /** Sends a signal to one of its processes. */
  void signal(int pid, Signal signal);

  /** Starts it again on the same port after it has ended. */
  void start();

  /** The next recovery, upon a crash or a start, stays at its beginning. */
  void holdRecovery();

  /** Recovery goes on. */
  void releaseRecovery();

  /** Has the primary do what a session of this standby stands in the way of. */
  void conflict(int pid, StandbyConflict conflict);

  /** Ends recovery as {@code pg_ctl promote} does, and does not wait. */
  void promote();

  /** From now on no process can be started for a connection. */
  void failForks();

  /** Connections are served again. */
  void allowForks();
}
