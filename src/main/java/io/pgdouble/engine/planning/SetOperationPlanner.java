package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.RowOrder;
import io.pgdouble.engine.execution.SetOperations;
import io.pgdouble.engine.execution.Sorts;
import io.pgdouble.engine.execution.SourcePlan;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.SetOperation;
import io.pgdouble.engine.expression.SetOperator;
import java.util.List;

/** Plans trees of set operations ({@code prepunion.c}). */
final class SetOperationPlanner {
  private final Query query;
  private final Scope scope;
  private final ExpressionCompiler compiler;

  SetOperationPlanner(Query query, Scope scope) {
    this.query = query;
    this.scope = scope;
    this.compiler = new ExpressionCompiler(scope);
  }

  SourcePlan plan(SetOperation tree) {
    if (tree instanceof SetOperation.Leaf leaf) {
      RangeEntry.Subquery entry = (RangeEntry.Subquery) query.rangeTable().get(leaf.relation());
      return QueryPlanner.inner(scope, entry.query());
    }
    SetOperation.Node node = (SetOperation.Node) tree;
    if (node.operator() != SetOperator.UNION) {
      return new SetOperations.Counted(
          node.operator(), node.all(), left(node), right(node), order(node));
    }
    SourcePlan both = new SetOperations.Append(left(node), right(node));
    return node.all() ? both : new Sorts.Distinct(both, order(node));
  }

  SourcePlan left(SetOperation.Node node) {
    return converted(plan(node.left()), node.leftConversions());
  }

  SourcePlan right(SetOperation.Node node) {
    return converted(plan(node.right()), node.rightConversions());
  }

  private SourcePlan converted(SourcePlan side, List<Expression> conversions) {
    boolean asTheyAre = conversions.stream().allMatch(Expression.SubColumn.class::isInstance);
    return asTheyAre ? side : new SetOperations.Converted(side, compiler.compile(conversions));
  }

  /** How rows of the result are compared. */
  static RowOrder order(SetOperation.Node node) {
    int[] columns = new int[node.columns().size()];
    RowOrder.Key[] keys = new RowOrder.Key[columns.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = i;
      keys[i] = Orders.key(node.comparisons().get(i), node.columns().get(i).type());
    }
    return new RowOrder(columns, keys);
  }
}
