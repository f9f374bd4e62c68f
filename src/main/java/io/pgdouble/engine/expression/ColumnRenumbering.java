package io.pgdouble.engine.expression;

/**
 * Turns an expression over the rows of one table into one over those of another that has the same
 * columns in other places ({@code rewriteManip.c: map_variable_attnos}).
 */
public final class ColumnRenumbering extends ExpressionMapper {
  private final int[] numbers;
  private boolean sawWholeRow;

  /**
   * @param numbers by the number of a column minus one its number in the other table, 0 where there
   *     is none
   */
  public ColumnRenumbering(int[] numbers) {
    this.numbers = numbers.clone();
  }

  /** Whether the row as a whole was met, which has another type there. */
  public boolean sawWholeRow() {
    return sawWholeRow;
  }

  @Override
  public Expression onVar(Expression.Var node) {
    if (node.levelsUp() > 0 || node.attribute() < 0) {
      return node;
    }
    if (node.attribute() == 0) {
      sawWholeRow = true;
      return node;
    }
    return new Expression.Var(
        0,
        node.relation(),
        numbers[node.attribute() - 1],
        node.type(),
        node.typmod(),
        node.collation(),
        node.location());
  }
}
