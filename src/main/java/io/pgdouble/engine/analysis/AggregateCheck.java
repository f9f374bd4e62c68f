package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Aggref;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryExpressions;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.Sameness;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/** That a grouped query uses only what its groups have ({@code check_ungrouped_columns}). */
final class AggregateCheck extends ExpressionWalker {
  private final ParseState state;
  private final List<Expression> grouped = new ArrayList<>();
  private int depth;

  private AggregateCheck(ParseState state) {
    this.state = state;
  }

  static void check(ParseState state, Query query) {
    AggregateCheck checker = new AggregateCheck(state);
    for (SortClause group : query.groupBy()) {
      query.targets().stream()
          .filter(target -> target.sortGroup() == group.reference())
          .forEach(target -> checker.grouped.add(Sameness.of(target.expression())));
    }
    query.targets().forEach(target -> checker.walk(target.expression()));
    checker.walk(query.having());
  }

  @Override
  public boolean walk(Expression node) {
    if (!grouped.isEmpty() && depth == 0 && grouped.contains(Sameness.of(node))) {
      return false;
    }
    return super.walk(node);
  }

  /** What an aggregate of this query computes is its own affair. */
  @Override
  public Boolean onAggref(Aggref node) {
    return node.levelsUp() == depth ? false : super.onAggref(node);
  }

  @Override
  public Boolean onVar(Var node) {
    if (node.levelsUp() != depth || isGrouped(node)) {
      return false;
    }
    RangeEntry entry = state.rangeTable.get(node.relation());
    String column = columnName(entry, node.attribute());
    String name = "\"" + entry.name() + "." + column + "\"";
    throw Complaint.error(
        node.location(),
        SqlState.GROUPING_ERROR,
        depth == 0
            ? "column "
                + name
                + " must appear in the GROUP BY clause or be used in an aggregate function"
            : "subquery uses ungrouped column " + name + " from outer query");
  }

  private static String columnName(RangeEntry entry, int attribute) {
    if (attribute == 0) {
      return "*";
    }
    return attribute < 0 ? "tableoid" : entry.columns().get(attribute - 1).name();
  }

  private boolean isGrouped(Var node) {
    for (Expression expression : grouped) {
      boolean same =
          expression instanceof Var column
              && column.relation() == node.relation()
              && column.attribute() == node.attribute();
      if (same) {
        return true;
      }
    }
    refuseKeys(state.rangeTable.get(node.relation()));
    return false;
  }

  /** Columns may depend on a grouped primary key; which relations have one is not known here. */
  private void refuseKeys(RangeEntry entry) {
    boolean catalogTable =
        entry instanceof RangeEntry.Relation relation && relation.relation().kind() == 'r';
    boolean keyGrouped =
        entry.columns().stream().map(RangeColumn::name).anyMatch("oid"::equals)
            && !grouped.isEmpty();
    if (catalogTable && keyGrouped) {
      throw Complaint.notSimulated("columns that depend on a grouped key");
    }
  }

  @Override
  protected boolean query(Query query) {
    depth++;
    QueryExpressions.walk(query, this, this::query);
    depth--;
    return false;
  }
}
