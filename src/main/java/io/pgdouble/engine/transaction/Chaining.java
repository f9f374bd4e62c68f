package io.pgdouble.engine.transaction;

/** {@code COMMIT} and {@code ROLLBACK} with {@code AND CHAIN} or without. */
public enum Chaining {
  NO_CHAIN,
  AND_CHAIN
}
