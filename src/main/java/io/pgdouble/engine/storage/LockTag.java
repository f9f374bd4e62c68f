package io.pgdouble.engine.storage;

/** What can be locked ({@code lock.h: LOCKTAG}). */
public interface LockTag {
  /** What kind of thing. */
  Awaited.Kind kind();

  /** {@code lmgr.c: DescribeLockTag}. */
  String description();

  /** The columns of {@code pg_locks} from {@code locktype} to {@code objsubid}. */
  Object[] columns();

  /** Whether there are too many such things to remember those that nobody has locked. */
  boolean isFleeting();
}
