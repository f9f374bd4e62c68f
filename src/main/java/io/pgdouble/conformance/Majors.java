package io.pgdouble.conformance;

/**
 * The majors of PostgreSQL that answer a case as it is recorded.
 *
 * @param first the oldest
 * @param last the newest
 */
public record Majors(int first, int last) {

  static Majors parse(String text) {
    String[] ends = text.split("-", 2);
    try {
      return new Majors(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    } catch (NumberFormatException e) {
      throw new CaseSyntaxException("majors are " + text + " (expected: as in 14-18)", e);
    }
  }

  public boolean contains(int major) {
    return first <= major && major <= last;
  }

  @Override
  public String toString() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
