package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** The system would not do something with a file: {@code errno}, and what was being done. */
public final class FileAccessException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Step step;
  private final SqlState state;

  /** What was being done, in the server's words around the file's name. */
  public enum Step {
    OPEN("could not open file \"", "\" for reading: "),
    CREATE("could not open file \"", "\" for writing: "),
    USE("\"", "\" "),
    SEEK("could not seek in file \"", "\": "),
    READ("could not read file \"", "\": "),
    STAT("could not stat file \"", "\": "),
    OPEN_DIRECTORY("could not open directory \"", "\": ");

    private final String before;
    private final String behind;

    Step(String before, String behind) {
      this.before = before;
      this.behind = behind;
    }
  }

  /**
   * @param state {@code elog.c: errcode_for_file_access}
   * @param reason in the words of {@code strerror}
   */
  public FileAccessException(Step step, SqlState state, String reason) {
    super(reason);
    this.step = step;
    this.state = state;
  }

  /** {@code ENOENT}. */
  public boolean isMissing() {
    return state == SqlState.UNDEFINED_FILE;
  }

  /** {@code EACCES}. */
  public boolean isDenied() {
    return state == SqlState.INSUFFICIENT_PRIVILEGE;
  }

  /** What the frontend is told of it. */
  public ReportedError reported(String path) {
    return new ReportedError(state, step.before + path + step.behind + getMessage());
  }
}
