package io.pgdouble.engine.transaction;

/**
 * Where a transaction block stands, high level view; one for each level of nesting. Source: {@code
 * xact.c: TBlockState}; the states of parallel workers are left out. A table.
 */
public enum BlockState {
  /** Idle. */
  DEFAULT('I'),
  /** Running a single-query transaction. */
  STARTED('I'),
  /** Starting a transaction block. */
  BEGIN('T'),
  /** Live transaction. */
  INPROGRESS('T'),
  /** Live transaction after an implicit BEGIN. */
  IMPLICIT_INPROGRESS('T'),
  /** COMMIT received. */
  END('T'),
  /** Failed transaction, awaiting ROLLBACK. */
  ABORT('E'),
  /** Failed transaction, ROLLBACK received. */
  ABORT_END('E'),
  /** Live transaction, ROLLBACK received. */
  ABORT_PENDING('E'),
  /** Live transaction, PREPARE received. */
  PREPARE('T'),
  /** Starting a subtransaction. */
  SUBBEGIN('T'),
  /** Live subtransaction. */
  SUBINPROGRESS('T'),
  /** RELEASE received. */
  SUBRELEASE('T'),
  /** COMMIT received while a subtransaction lives. */
  SUBCOMMIT('T'),
  /** Failed subtransaction, awaiting ROLLBACK. */
  SUBABORT('E'),
  /** Failed subtransaction, ROLLBACK received. */
  SUBABORT_END('E'),
  /** Live subtransaction, ROLLBACK received. */
  SUBABORT_PENDING('E'),
  /** Live subtransaction, ROLLBACK TO received. */
  SUBRESTART('E'),
  /** Failed subtransaction, ROLLBACK TO received. */
  SUBABORT_RESTART('E');

  private final char code;

  BlockState(char code) {
    this.code = code;
  }

  /** What ReadyForQuery says of it ({@code TransactionBlockStatusCode}). */
  public char code() {
    return code;
  }
}
