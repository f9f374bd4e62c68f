package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.tree.GroupingFunc;
import io.pgdouble.error.SqlState;
import java.util.List;

/** {@code GROUPING} ({@code transformGroupingFunc}). */
final class GroupingCalls {
  /** The result has a bit for each argument. */
  private static final int MAX_ARGUMENTS = 31;

  private GroupingCalls() {}

  static Expression analyze(ParseState state, GroupingFunc node) {
    if (node.args().size() > MAX_ARGUMENTS) {
      throw Complaint.error(
          node.location(),
          SqlState.TOO_MANY_ARGUMENTS,
          "GROUPING must have fewer than 32 arguments");
    }
    List<Expression> arguments = List.copyOf(state.expressions.parts(node.args()));
    Expression.GroupingFunc call = new Expression.GroupingFunc(arguments, node.location());
    AggregateLevel.check(state, call);
    return call;
  }
}
