package io.pgdouble.settings;

/** How a transaction or a subtransaction ended. */
public enum TransactionOutcome {
  COMMITTED,
  ABORTED
}
