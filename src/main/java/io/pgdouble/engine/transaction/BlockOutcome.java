package io.pgdouble.engine.transaction;

/** What a COMMIT comes to: its command tag says so. */
public enum BlockOutcome {
  COMMIT,
  ROLLBACK
}
