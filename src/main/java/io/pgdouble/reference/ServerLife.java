package io.pgdouble.reference;

/** What may be done to a server that is one's own, beyond signals to its processes. */
public interface ServerLife {

  /** Starts it again on the same port, once its former postmaster has ended. */
  void start();

  /** Stops it, and starts it again on the same port with other things to find. */
  void restart(StartMode mode);

  /** The next recovery, upon a crash or a start, stays at its beginning. */
  void holdRecovery();

  /** Recovery goes on. Returns when it is over, unless it is a standby's. */
  void releaseRecovery();

  /** Has the primary of a {@link StartMode#FOLLOWER} do something. */
  void conflict(StandbyConflict conflict);

  /** Ends recovery as {@code pg_ctl promote} does, and does not wait. */
  void promote();

  /** From now on no process can be started for a connection. */
  void failForks();

  /** Connections are served again. */
  void allowForks();
}
