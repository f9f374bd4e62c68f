package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.Expression.OpExpr;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.error.SqlState;

/** Set-returning functions: whether there are any, and where they may stand. */
final class SetReturning {
  private static final Finder FINDER = new Finder();

  private SetReturning() {}

  /** {@code expression_returns_set}. */
  static boolean in(Expression expression) {
    return FINDER.walk(expression);
  }

  /** Where the first of them stands. */
  static int locationIn(Expression expression) {
    Locator locator = new Locator();
    locator.walk(expression);
    return locator.location;
  }

  private static final class Locator extends ExpressionWalker {
    private int location = -1;

    @Override
    public Boolean onFuncExpr(FuncExpr node) {
      if (node.function().returnsSet()) {
        location = node.location();
        return true;
      }
      return super.onFuncExpr(node);
    }
  }

  private static final class Finder extends ExpressionWalker {
    @Override
    public Boolean onFuncExpr(FuncExpr node) {
      return node.function().returnsSet() || super.onFuncExpr(node);
    }

    @Override
    public Boolean onOpExpr(OpExpr node) {
      return node.function().returnsSet() || super.onOpExpr(node);
    }

    /** Sets inside an aggregate are the aggregate's to refuse. */
    @Override
    public Boolean onAggref(Expression.Aggref node) {
      return false;
    }
  }

  /** {@code check_srf_call_placement}. */
  static void check(ParseState state, int location) {
    switch (state.kind) {
      case SELECT_TARGET, VALUES_SINGLE, ORDER_BY, GROUP_BY, DISTINCT_ON, FROM_FUNCTION -> {}
      case WINDOW_PARTITION, WINDOW_ORDER ->
          throw Complaint.notSimulated("set-returning functions in windows");
      case JOIN_ON, JOIN_USING -> throw notIn("JOIN conditions", location);
      case MERGE_WHEN -> throw notIn("MERGE WHEN conditions", location);
      case FUNCTION_DEFAULT -> throw notIn("DEFAULT expressions", location);
      case WINDOW_FRAME_RANGE, WINDOW_FRAME_ROWS, WINDOW_FRAME_GROUPS ->
          throw notIn("window definitions", location);
      case FROM_SUBSELECT,
          WHERE,
          HAVING,
          FILTER,
          LIMIT,
          OFFSET,
          VALUES,
          COLUMN_DEFAULT,
          CALL_ARGUMENT,
          CHECK_CONSTRAINT,
          GENERATED_COLUMN,
          INDEX_EXPRESSION,
          INDEX_PREDICATE,
          TRIGGER_WHEN,
          COPY_WHERE,
          ALTER_TRANSFORM,
          UPDATE_SOURCE,
          RETURNING,
          EXECUTE_PARAMETER,
          OTHER ->
          throw notIn(state.kind.words(), location);
    }
    state.hasSetReturning = true;
  }

  private static RuntimeException notIn(String words, int location) {
    return Complaint.error(
        location,
        SqlState.FEATURE_NOT_SUPPORTED,
        "set-returning functions are not allowed in " + words);
  }
}
