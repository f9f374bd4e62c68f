package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import java.util.ArrayList;
import java.util.List;

/** Leaves out what nobody reads of a view ({@code allpaths.c: remove_unused_subquery_outputs}). */
final class ViewColumns {
  private ViewColumns() {}

  /**
   * The view's query with nulls for columns that are not used.
   *
   * @param used indexes of columns
   */
  static Query only(List<Integer> used, Query view) {
    boolean whole =
        view.setOperation().isPresent() || view.setReturning() || !view.distinct().isEmpty();
    if (whole) {
      return view;
    }
    List<TargetEntry> targets = new ArrayList<>(view.targets());
    for (int i = 0; i < targets.size(); i++) {
      TargetEntry target = targets.get(i);
      boolean needed = used.contains(i) || target.sortGroup() != 0 || target.junk();
      if (!needed && !Volatility.isVolatile(target.expression())) {
        targets.set(i, target.withExpression(nothing(target.expression())));
      }
    }
    return view.withTargets(targets);
  }

  private static Expression nothing(Expression column) {
    return new Expression.Const(column.type(), column.typmod(), 0, null, -1);
  }
}
