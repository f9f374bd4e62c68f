package io.pgdouble.engine.copy;

/**
 * What COPY FROM does about values that are none ({@code CopyOnErrorChoice}).
 *
 * @param skips whether their rows are passed over ({@code on_error})
 * @param verbosity what is said about it
 * @param limit how many rows may be passed over; 0 for any number
 */
public record CopyTolerance(boolean skips, Verbosity verbosity, long limit) {

  /** {@code CopyLogVerbosityChoice}. */
  public enum Verbosity {
    SILENT,
    DEFAULT,
    VERBOSE
  }
}
