package io.pgdouble.engine.storage;

/**
 * How a table is locked, weakest first. Manual: {@code explicit-locking § Table-Level Locks};
 * source: {@code lock.c: LockConflicts}. A table.
 */
public enum LockMode {
  ACCESS_SHARE("AccessShareLock", 0b1000_0000),
  ROW_SHARE("RowShareLock", 0b1100_0000),
  ROW_EXCLUSIVE("RowExclusiveLock", 0b1111_0000),
  SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", 0b1111_1000),
  SHARE("ShareLock", 0b1110_1100),
  SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", 0b1111_1100),
  EXCLUSIVE("ExclusiveLock", 0b1111_1110),
  ACCESS_EXCLUSIVE("AccessExclusiveLock", 0b1111_1111);

  private final String word;
  private final int conflicts;

  /**
   * @param conflicts a bit for each mode by its ordinal
   */
  LockMode(String word, int conflicts) {
    this.word = word;
    this.conflicts = conflicts;
  }

  /** As {@code pg_locks} shows it. */
  public String word() {
    return word;
  }

  /** Whether it may be had without the shared lock table ({@code EligibleForRelationFastPath}). */
  boolean isWeak() {
    return compareTo(SHARE_UPDATE_EXCLUSIVE) < 0;
  }

  /** Whether others must be looked for in the shared table because of it. */
  boolean isStrong() {
    return compareTo(SHARE_UPDATE_EXCLUSIVE) > 0;
  }

  int bit() {
    return 1 << ordinal();
  }

  /** Whether it conflicts with one of several modes. */
  boolean conflictsWith(int modes) {
    return (conflicts & modes) != 0;
  }
}
