package io.pgdouble.engine.expression;

/**
 * A column of a result, or an expression that sorting or grouping needs beside them.
 *
 * @param sortGroup a number that sort and group clauses refer to, 0 none
 * @param junk not sent to the frontend
 * @param originTable OID of the table whose column this is, 0 none
 * @param originColumn number of that column, 0 none
 */
public record TargetEntry(
    Expression expression,
    String name,
    int sortGroup,
    boolean junk,
    int originTable,
    int originColumn) {

  /** The same column with another expression. */
  public TargetEntry withExpression(Expression other) {
    return new TargetEntry(other, name, sortGroup, junk, originTable, originColumn);
  }

  /** The same column, referred to by a sort or group clause. */
  public TargetEntry withSortGroup(int reference) {
    return new TargetEntry(expression, name, reference, junk, originTable, originColumn);
  }
}
