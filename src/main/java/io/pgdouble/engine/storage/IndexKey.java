package io.pgdouble.engine.storage;

/**
 * What an index has of a row, in the order of its operator classes. A key with fewer columns comes
 * before all that begin with it.
 */
public interface IndexKey extends Comparable<IndexKey> {
  /** Whether this begins with all columns of another. */
  boolean hasPrefix(IndexKey prefix);

  /** Whether it can be taken: a key with a null cannot, unless nulls are not distinct. */
  boolean isDistinguishable();

  /** It stays in an index, and needs no more what only its maker had. */
  void settle();
}
