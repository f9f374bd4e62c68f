package io.pgdouble.engine.portal;

/**
 * What a command came to ({@code QueryCompletion}).
 *
 * @param tag the command's name
 * @param rows how many rows it dealt with; {@link #NOT_COUNTED} where the tag shows none
 */
public record Completion(String tag, long rows) {
  public static final long NOT_COUNTED = -1;

  private static final String SELECT = "SELECT";

  /** A tag without a count. */
  public static Completion of(String tag) {
    return new Completion(tag, NOT_COUNTED);
  }

  public static Completion select(long rows) {
    return new Completion(SELECT, rows);
  }

  /** The same command with another count, where it counts at all. */
  public Completion withRows(long other) {
    return rows == NOT_COUNTED || rows == other ? this : new Completion(tag, other);
  }

  /** As CommandComplete says it. */
  public String text() {
    return rows == NOT_COUNTED ? tag : tag + " " + rows;
  }
}
