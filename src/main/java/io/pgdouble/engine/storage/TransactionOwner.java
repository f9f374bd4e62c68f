package io.pgdouble.engine.storage;

/** How a session waits, and who it is. */
public interface TransactionOwner {
  /** Returns when nobody stands in the way any more; an interrupt is an error. */
  void await(Awaited other);

  /** The process that waits. */
  int pid();

  /** OID of the session's database. */
  long database();

  /** As {@code pg_locks.virtualtransaction} shows it. */
  String virtualId();

  /** Whether a transaction runs. */
  boolean isRunning();

  /** {@code FastPathLockGroupsPerBackend}; 0 for who has no fast path. */
  int fastPathGroups();

  /** Microseconds since 2000-01-01 00:00 UTC. */
  long now();

  /** The whole transaction has a number from now on. */
  void numbered(long xid);
}
