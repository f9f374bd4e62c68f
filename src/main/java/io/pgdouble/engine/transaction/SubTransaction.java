package io.pgdouble.engine.transaction;

/**
 * A level of a transaction, as its participants know it.
 *
 * @param id never used twice within a top-level transaction, whose own is {@link #TOP}
 * @param parentId of the level around it
 * @param nestLevel 2 for the outermost savepoint
 */
public record SubTransaction(int id, int parentId, int nestLevel) {
  /** {@code TopSubTransactionId}. */
  public static final int TOP = 1;

  /** {@code InvalidSubTransactionId}: no transaction that still runs. */
  public static final int NONE = 0;
}
