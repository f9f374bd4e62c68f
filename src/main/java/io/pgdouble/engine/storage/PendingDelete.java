package io.pgdouble.engine.storage;

/** A file that is gone when a transaction has ended so ({@code catalog/storage.c}). */
record PendingDelete(Storage.FileId file, Moment moment, int depth) {
  /** When a file is deleted. */
  enum Moment {
    COMMIT,
    ABORT
  }
}
