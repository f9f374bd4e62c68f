package io.pgdouble.engine.storage;

/** The advisory locks of one session. Source: {@code lockfuncs.c}. */
public final class AdvisoryLocks {
  private final HeldLocks locks;
  private final long database;

  AdvisoryLocks(HeldLocks locks, long database) {
    this.locks = locks;
    this.database = database;
  }

  /** What a key of eight bytes stands for. */
  public AdvisoryTag tag(long key) {
    return AdvisoryTag.of(database, key);
  }

  /** What two keys of four bytes stand for. */
  public AdvisoryTag tag(int first, int second) {
    return AdvisoryTag.of(database, first, second);
  }

  /** How long a lock is held. */
  public enum Lasting {
    SESSION,
    TRANSACTION
  }

  /** Has a lock, if need be after waiting. */
  public void lock(AdvisoryTag tag, LockMode mode, Lasting lasting) {
    switch (lasting) {
      case SESSION -> locks.lockForSession(tag, mode);
      case TRANSACTION -> locks.lock(tag, mode);
    }
  }

  /** Has a lock, if it can be had at once. */
  public boolean tryLock(AdvisoryTag tag, LockMode mode, Lasting lasting) {
    return switch (lasting) {
      case SESSION -> locks.tryLockForSession(tag, mode);
      case TRANSACTION -> locks.tryLock(tag, mode);
    };
  }

  /**
   * Gives up a lock that the session holds, as often as it was taken.
   *
   * @return false if it holds none
   */
  public boolean unlock(AdvisoryTag tag, LockMode mode) {
    return locks.unlockOfSession(tag, mode);
  }

  /** Gives up all locks that the session holds. */
  public void unlockAll() {
    locks.unlockAllOfSession();
  }
}
