package io.pgdouble.settings;

import io.pgdouble.error.SqlState;

/** A file that could not be read, and why. {@code elog.c: errcode_for_file_access}. */
public final class UnreadableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final SqlState state;

  /**
   * @param reason in the system's words, such as {@code No such file or directory}
   */
  public UnreadableFileException(SqlState state, String reason) {
    super(reason);
    this.state = state;
  }

  public SqlState state() {
    return state;
  }

  /** In the system's words. */
  public String reason() {
    return getMessage();
  }
}
