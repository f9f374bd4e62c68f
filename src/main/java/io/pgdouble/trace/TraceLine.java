package io.pgdouble.trace;

/**
 * One line of a trace: direction, length, name and columns, as {@code PQtrace} writes them.
 *
 * @param direction who sent it
 * @param length the message's own length in bytes as the wire states it; {@code NN} where a
 *     tolerated difference changes it, {@code -} where there is no message
 * @param name the message's name in the manual
 * @param columns the fields, separated by single spaces; empty if there are none
 */
public record TraceLine(Direction direction, String length, String name, String columns) {

  /** Stands for a length that may differ. */
  public static final String ANY_LENGTH = "NN";

  /** Stands where nothing has a length. */
  public static final String NO_LENGTH = "-";

  /** The line, with tabs between its columns and none at its end. */
  public String text() {
    String start = direction.letter() + "\t" + length + "\t" + name;
    return columns.isEmpty() ? start : start + "\t " + columns;
  }

  /** The line for a reader of a page: the name and its columns. */
  public String brief() {
    return columns.isEmpty() ? name : name + " " + columns;
  }

  @Override
  public String toString() {
    return text();
  }

  /**
   * Reads a line. Columns may be separated by any white space, and the length may be left out, so
   * that a line can be written by hand.
   *
   * @throws TraceSyntaxException if there is no direction or no name
   */
  public static TraceLine parse(String line) {
    String[] head = line.strip().split("\\s+", 2);
    Direction direction = Direction.of(head[0]);
    if (head.length < 2) {
      throw new TraceSyntaxException("no message after \"" + line.strip() + "\"");
    }
    String[] next = head[1].split("\\s+", 2);
    if (!isLength(next[0])) {
      return new TraceLine(direction, ANY_LENGTH, next[0], next.length < 2 ? "" : next[1].strip());
    }
    if (next.length < 2) {
      throw new TraceSyntaxException("no message after \"" + line.strip() + "\"");
    }
    String[] last = next[1].split("\\s+", 2);
    return new TraceLine(direction, next[0], last[0], last.length < 2 ? "" : last[1].strip());
  }

  private static boolean isLength(String word) {
    return word.equals(ANY_LENGTH)
        || word.equals(NO_LENGTH)
        || word.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
