package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Aggref;
import io.pgdouble.engine.expression.Expression.GroupingFunc;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryExpressions;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.Sameness;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That a grouped query uses only what its groups have ({@code check_ungrouped_columns}). */
final class AggregateCheck extends ExpressionWalker {
  private static final String DIRECT_ARGUMENTS =
      "Direct arguments of an ordered-set aggregate must use only grouped columns.";

  private final ParseState state;
  private final List<Expression> grouped = new ArrayList<>();
  private int depth;
  private boolean inDirectArguments;

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
    GroupingFinder grouping = new GroupingFinder(checker.grouped);
    query.targets().forEach(target -> grouping.walk(target.expression()));
    grouping.walk(query.having());
    query.targets().forEach(target -> checker.walk(target.expression()));
    checker.walk(query.having());
    checkRecursion(state, query);
  }

  /** Rounds of a recursion see one round's rows each, of which nothing can be summed up. */
  private static void checkRecursion(ParseState state, Query query) {
    boolean self =
        query.rangeTable().stream()
            .anyMatch(e -> e instanceof RangeEntry.CommonTableReference one && one.self());
    if (state.hasAggregates && self) {
      FirstAggregate first = new FirstAggregate();
      QueryExpressions.walk(query, first, subquery -> false);
      throw Complaint.error(
          first.location,
          SqlState.INVALID_RECURSION,
          "aggregate functions are not allowed in a recursive query's recursive term");
    }
  }

  /** {@code locate_agg_of_level}. */
  private static final class FirstAggregate extends ExpressionWalker {
    private int location = -1;

    @Override
    public Boolean onAggref(Aggref node) {
      location = node.location();
      return true;
    }
  }

  /** That GROUPING asks for grouping expressions only ({@code finalize_grouping_exprs}). */
  private static final class GroupingFinder extends ExpressionWalker {
    private final List<Expression> grouped;

    GroupingFinder(List<Expression> grouped) {
      this.grouped = grouped;
    }

    @Override
    public Boolean onAggref(Aggref node) {
      return walk(node.direct());
    }

    @Override
    public Boolean onGroupingFunc(GroupingFunc node) {
      for (Expression argument : node.arguments()) {
        if (!grouped.contains(Sameness.of(argument))) {
          throw Complaint.error(
              Locations.of(argument),
              SqlState.GROUPING_ERROR,
              "arguments to GROUPING must be grouping expressions of the associated query level");
        }
      }
      return false;
    }
  }

  @Override
  public Boolean onGroupingFunc(GroupingFunc node) {
    return false;
  }

  @Override
  public boolean walk(Expression node) {
    if (!grouped.isEmpty() && depth == 0 && grouped.contains(Sameness.of(node))) {
      return false;
    }
    return super.walk(node);
  }

  /** What an aggregate of this query computes is its own affair, but for direct arguments. */
  @Override
  public Boolean onAggref(Aggref node) {
    if (node.levelsUp() != depth) {
      return super.onAggref(node);
    }
    inDirectArguments = true;
    walk(node.direct());
    inDirectArguments = false;
    return false;
  }

  @Override
  public Boolean onVar(Var node) {
    if (node.levelsUp() != depth || isGrouped(node)) {
      return false;
    }
    RangeEntry entry = state.rangeTable.get(node.relation());
    String column = columnName(entry, node.attribute());
    String name = "\"" + entry.name() + "." + column + "\"";
    ErrorReport complaint =
        Complaint.at(
            node.location(),
            SqlState.GROUPING_ERROR,
            depth == 0
                ? "column "
                    + name
                    + " must appear in the GROUP BY clause or be used in an aggregate function"
                : "subquery uses ungrouped column " + name + " from outer query");
    boolean direct = depth == 0 && inDirectArguments;
    throw (direct ? complaint.withDetail(DIRECT_ARGUMENTS) : complaint).toException();
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
    Optional<Integer> key = GroupedKeys.determining(state, node.relation(), grouped);
    if (key.isPresent()) {
      state.groupedKeys.add(key.get());
      return true;
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
