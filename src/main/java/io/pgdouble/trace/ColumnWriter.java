package io.pgdouble.trace;

/** Columns of one line, one space between two; remembers if a tolerance changed their length. */
final class ColumnWriter {

  private final StringBuilder out = new StringBuilder();
  private final Notation notation;
  private boolean elastic;

  ColumnWriter(Notation notation) {
    this.notation = notation;
  }

  Notation notation() {
    return notation;
  }

  void add(String column) {
    out.append(out.length() == 0 ? "" : " ").append(column);
  }

  /** Adds what the notation made of a text; if it is another, the message's length is not told. */
  void add(String plain, String written) {
    elastic |= !plain.equals(written);
    add(written);
  }

  /** From here on the message's length is not told. */
  void stretch() {
    elastic = true;
  }

  boolean isElastic() {
    return elastic;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
