package io.pgdouble.engine.expression;

/**
 * A column of a range table entry.
 *
 * @param originTable OID of the catalog relation it shows, 0 none
 * @param originColumn its number there, 0 none
 */
public record RangeColumn(
    String name, int type, int typmod, int collation, int originTable, int originColumn) {

  /** Whether it was a column of a table once, and nothing can name it any more. */
  public boolean isDropped() {
    return type == 0;
  }
}
