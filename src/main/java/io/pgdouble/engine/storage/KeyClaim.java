package io.pgdouble.engine.storage;

/** Whether a key is free. */
public sealed interface KeyClaim {
  /** For those who ask often. */
  KeyClaim FREE = new Free();

  /** No row has it. */
  record Free() implements KeyClaim {}

  /** A row has it, and will have it whatever happens to others. */
  record Taken(RowVersion by) implements KeyClaim {}

  /** It depends on how a transaction ends. */
  record Pending(RowVersion by, Xact on) implements KeyClaim {}
}
