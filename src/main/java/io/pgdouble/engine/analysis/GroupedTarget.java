package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.error.SqlState;

/**
 * That a target which GROUP BY refers to can be grouped by: it is looked at after it was analysed
 * as a target ({@code checkTargetlistEntrySQL92}).
 */
final class GroupedTarget extends ExpressionWalker {
  private int aggregate = -1;
  private int window = -1;

  private GroupedTarget() {}

  static void check(Expression target) {
    GroupedTarget found = new GroupedTarget();
    found.walk(target);
    String place = " are not allowed in " + ClauseKind.GROUP_BY.words();
    if (found.aggregate >= 0) {
      throw Complaint.error(
          found.aggregate, SqlState.GROUPING_ERROR, "aggregate functions" + place);
    }
    if (found.window >= 0) {
      throw Complaint.error(found.window, SqlState.WINDOWING_ERROR, "window functions" + place);
    }
  }

  @Override
  public Boolean onAggref(Expression.Aggref node) {
    aggregate = aggregate < 0 ? node.location() : aggregate;
    return false;
  }

  @Override
  public Boolean onGroupingFunc(Expression.GroupingFunc node) {
    aggregate = aggregate < 0 ? node.location() : aggregate;
    return false;
  }

  @Override
  public Boolean onWindowFunc(Expression.WindowFunc node) {
    window = window < 0 ? node.location() : window;
    return super.onWindowFunc(node);
  }
}
