package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionMapper;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Conditions on a subquery's or view's columns are tested inside it, before its columns are
 * computed ({@code allpaths.c: subquery_push_qual}, and what {@code prepjointree.c} pulls up).
 *
 * @param relation of the outer query that the inner one is
 */
record PushedConditions(int relation, Query inner) {

  /** Whether its rows are those of its FROM clause, one for one. */
  private boolean isPlain() {
    return !inner.grouped()
        && !inner.setReturning()
        && !inner.from().isEmpty()
        && inner.windows().isEmpty()
        && inner.distinct().isEmpty()
        && inner.limit().isEmpty()
        && inner.offset().isEmpty()
        && inner.setOperation().isEmpty()
        && inner.rowMarks().isEmpty()
        && inner.modification().isEmpty();
  }

  /**
   * The inner query with those of the conditions that can be tested in it.
   *
   * @param conditions of WHERE; those that are tested inside are taken out
   */
  Query take(List<Expression> conditions) {
    if (!isPlain()) {
      return inner;
    }
    List<Expression> taken = new ArrayList<>();
    inner.where().ifPresent(taken::add);
    Iterator<Expression> each = conditions.iterator();
    while (each.hasNext()) {
      Expression condition = each.next();
      if (isPushable(condition)) {
        taken.add(new Inside(inner.visibleTargets()).map(condition));
        each.remove();
      }
    }
    return taken.isEmpty() ? inner : inner.withWhere(all(taken));
  }

  private static Expression all(List<Expression> conditions) {
    return conditions.size() == 1
        ? conditions.get(0)
        : new Expression.BoolExpr(BoolOperator.AND, List.copyOf(conditions), -1);
  }

  private boolean isPushable(Expression condition) {
    return RelationFinder.relations(condition).equals(Set.of(relation))
        && !new Obstacle(inner.visibleTargets()).walk(condition);
  }

  /** What has to be tested outside. */
  private static final class Obstacle extends ExpressionWalker {
    private final List<TargetEntry> columns;

    Obstacle(List<TargetEntry> columns) {
      this.columns = columns;
    }

    @Override
    public Boolean onSubLink(Expression.SubLink node) {
      return true;
    }

    @Override
    public Boolean onVar(Expression.Var node) {
      return node.levelsUp() == 0
          && (node.attribute() < 1
              || Volatility.isVolatile(columns.get(node.attribute() - 1).expression()));
    }

    /** Whoever asks must be allowed to, not a view's owner. */
    private static boolean needsPrivilege(ProcEntry function) {
      return function.restricted();
    }

    @Override
    public Boolean onFuncExpr(Expression.FuncExpr node) {
      return needsPrivilege(node.function()) || super.onFuncExpr(node);
    }

    @Override
    public Boolean onSqlFunctionExpr(Expression.SqlFunctionExpr node) {
      return true;
    }

    @Override
    public Boolean onOpExpr(Expression.OpExpr node) {
      return needsPrivilege(node.function()) || super.onOpExpr(node);
    }

    @Override
    public Boolean onScalarArrayOpExpr(Expression.ScalarArrayOpExpr node) {
      return needsPrivilege(node.function()) || super.onScalarArrayOpExpr(node);
    }
  }

  /** A condition in terms of what the columns are computed from. */
  private static final class Inside extends ExpressionMapper {
    private final List<TargetEntry> columns;

    Inside(List<TargetEntry> columns) {
      this.columns = columns;
    }

    @Override
    public Expression onVar(Expression.Var node) {
      return node.levelsUp() == 0
          ? columns.get(node.attribute() - 1).expression()
          : node.at(node.levelsUp() + 1, node.location());
    }
  }
}
