package io.pgdouble.engine.tree;

/** The transaction commands. */
public enum TransactionStmtKind {
  BEGIN,
  START,
  COMMIT,
  ROLLBACK,
  SAVEPOINT,
  RELEASE,
  ROLLBACK_TO,
  PREPARE,
  COMMIT_PREPARED,
  ROLLBACK_PREPARED
}
