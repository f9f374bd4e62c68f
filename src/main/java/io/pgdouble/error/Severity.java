package io.pgdouble.error;

/**
 * How grave a report is, in the order of {@code elog.h}. Decides the consequence: an {@link #ERROR}
 * ends the statement, a {@link #FATAL} the backend, a {@link #PANIC} every backend.
 */
public enum Severity {
  DEBUG5,
  DEBUG4,
  DEBUG3,
  DEBUG2,
  DEBUG1,
  LOG,
  INFO,
  NOTICE,
  WARNING,
  ERROR,
  FATAL,
  PANIC;

  /**
   * The word a frontend reads in the {@code S} and {@code V} fields: all debug levels are DEBUG.
   */
  public String word() {
    return this.compareTo(DEBUG1) <= 0 ? "DEBUG" : name();
  }

  /** Whether the report travels as an ErrorResponse; a NoticeResponse carries the others. */
  public boolean isError() {
    return compareTo(ERROR) >= 0;
  }
}
