package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.Expression.Aggref;
import io.pgdouble.engine.expression.Expression.GroupingFunc;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.OuterReferences;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryExpressions;
import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.List;

/**
 * The aggregates and the calls of GROUPING that are computed of a query's groups: those of its
 * output columns and of HAVING, and those in subqueries there whose arguments are this query's.
 */
final class GroupCalls extends ExpressionWalker {
  private final List<Found> found = new ArrayList<>();
  private final List<GroupingFunc> groupings = new ArrayList<>();
  private int depth;

  private GroupCalls() {}

  /** An aggregate, and how deep in subqueries it stands. */
  private record Found(Aggref node, int depth) {}

  static GroupCalls of(Query query) {
    GroupCalls calls = new GroupCalls();
    query.targets().forEach(target -> calls.walk(target.expression()));
    calls.walk(query.having());
    return calls;
  }

  int count() {
    return found.size();
  }

  List<GroupingFunc> groupings() {
    return groupings;
  }

  /** Where an aggregate of this query stands among them. */
  int indexOf(Aggref node) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).node() == node) {
        return i;
      }
    }
    throw new IllegalStateException("an aggregate was not found");
  }

  /** Whether any of them stands in a subquery. */
  boolean anyInside() {
    return found.stream().anyMatch(one -> one.depth() > 0);
  }

  /** The aggregates as they look from the query itself. */
  List<Aggref> aggregates() {
    return found.stream().map(GroupCalls::outside).toList();
  }

  private static Aggref outside(Found one) {
    return one.depth() == 0 ? one.node() : lifted(one.node(), one.depth());
  }

  private static Aggref lifted(Aggref node, int depth) {
    if (SubLinkFinder.has(node)) {
      throw ErrorReport.notSimulated("a subquery in an aggregate of an outer query").toException();
    }
    return ((Aggref) OuterReferences.raise(node, -depth)).at(0);
  }

  @Override
  public Boolean onGroupingFunc(GroupingFunc node) {
    if (depth == 0 && !groupings.contains(node)) {
      groupings.add(node);
    }
    return false;
  }

  @Override
  public Boolean onAggref(Aggref node) {
    if (node.levelsUp() != depth) {
      return super.onAggref(node);
    }
    if (found.stream().noneMatch(other -> other.node() == node)) {
      found.add(new Found(node, depth));
    }
    return false;
  }

  @Override
  protected boolean query(Query query) {
    depth++;
    QueryExpressions.walk(query, this, this::query);
    depth--;
    return false;
  }
}
