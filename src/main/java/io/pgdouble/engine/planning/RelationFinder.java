package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryExpressions;
import io.pgdouble.engine.expression.RangeEntry;
import java.util.HashSet;
import java.util.Set;

/** Which relations of a query level something refers to ({@code pull_varnos}). */
final class RelationFinder extends ExpressionWalker {
  private final Set<Integer> found = new HashSet<>();
  private int depth;

  private RelationFinder() {}

  static Set<Integer> relations(Expression expression) {
    RelationFinder finder = new RelationFinder();
    finder.walk(expression);
    return finder.found;
  }

  /** What an entry of the level's own range table refers to. */
  static Set<Integer> relations(RangeEntry entry) {
    RelationFinder finder = new RelationFinder();
    if (entry instanceof RangeEntry.Subquery subquery) {
      finder.query(subquery.query());
    } else if (entry instanceof RangeEntry.Functions functions) {
      functions.calls().forEach(call -> finder.walk(call.call()));
    } else if (entry instanceof RangeEntry.Values values) {
      values.rows().forEach(finder::walk);
    }
    return finder.found;
  }

  @Override
  public Boolean onVar(Expression.Var node) {
    if (node.levelsUp() == depth) {
      found.add(node.relation());
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
