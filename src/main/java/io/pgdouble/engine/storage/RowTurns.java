package io.pgdouble.engine.storage;

/**
 * The turn of one session among those who wait for a row ({@code heapam.c: heap_acquire_tuplock}).
 * Only the first of them waits for whoever has it, and the others for the first: so they get it in
 * the order in which they came.
 */
public final class RowTurns {
  private final HeldLocks locks;
  private final RowClaims claims;
  private final long database;
  private TupleTag tag;
  private LockMode mode;

  RowTurns(HeldLocks locks, RowClaims claims, long database) {
    this.locks = locks;
    this.claims = claims;
    this.database = database;
  }

  /**
   * Waits until it is this session's turn. Who has locked the row already has no turn to wait for.
   *
   * @param relation OID of the table
   */
  public void await(int relation, RowVersion row, LockStrength strength) {
    TupleTag wanted =
        new TupleTag(database, Integer.toUnsignedLong(relation), row.block(), row.offset());
    if (wanted.equals(tag) && locks.holds(tag, mode)) {
      return;
    }
    end();
    if (!claims.holdsAny(row)) {
      LockMode hold = mode(strength);
      locks.lock(wanted, hold);
      tag = wanted;
      mode = hold;
    }
  }

  /** {@code tupleLockExtraInfo}. */
  private static LockMode mode(LockStrength strength) {
    return switch (strength) {
      case KEY_SHARE -> LockMode.ACCESS_SHARE;
      case SHARE -> LockMode.ROW_SHARE;
      case NO_KEY_UPDATE -> LockMode.EXCLUSIVE;
      case UPDATE -> LockMode.ACCESS_EXCLUSIVE;
    };
  }

  /** The row is had, or not wanted any more: it is the next one's turn. */
  public void end() {
    if (tag != null && locks.holds(tag, mode)) {
      locks.unlock(tag, mode);
    }
    tag = null;
  }
}
