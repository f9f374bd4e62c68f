package io.pgdouble.engine.storage;

/** How a row is locked, weakest first. Manual: {@code explicit-locking § Row-Level Locks}. */
public enum LockStrength {
  KEY_SHARE,
  SHARE,
  NO_KEY_UPDATE,
  UPDATE;

  /** Manual: {@code explicit-locking § Conflicting Row-Level Locks}. */
  public boolean conflictsWith(LockStrength other) {
    return ordinal() + other.ordinal() >= UPDATE.ordinal();
  }
}
