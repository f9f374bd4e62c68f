package io.pgdouble.engine.copy;

/** How rows are written. Manual: {@code sql-copy § File Formats}. */
public enum CopyFormat {
  TEXT,
  CSV,
  BINARY
}
