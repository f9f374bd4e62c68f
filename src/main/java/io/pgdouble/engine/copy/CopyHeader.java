package io.pgdouble.engine.copy;

/** Whether the first line names the columns ({@code CopyHeaderChoice}). */
public enum CopyHeader {
  NONE,
  PRESENT,
  /** The names must be those of the columns. */
  MATCHING
}
