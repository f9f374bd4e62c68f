package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.ColumnRenumbering;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** An expression of one table that becomes one of another with the same columns. */
final class MovedExpression {
  private MovedExpression() {}

  /**
   * The expression over the other table.
   *
   * @param numbers of each column of the source the number there
   * @param what the expression is part of, as a detail names it
   */
  static Expression of(RelationEntry source, int[] numbers, Expression expression, String what) {
    ColumnRenumbering renumbering = new ColumnRenumbering(numbers);
    Expression moved = renumbering.map(expression);
    if (renumbering.sawWholeRow()) {
      throw ErrorReport.error(
              SqlState.FEATURE_NOT_SUPPORTED, "cannot convert whole-row table reference")
          .withDetail(what + " contains a whole-row reference to table \"" + source.name() + "\".")
          .toException();
    }
    return moved;
  }
}
