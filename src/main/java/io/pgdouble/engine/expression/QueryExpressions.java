package io.pgdouble.engine.expression;

import java.util.List;
import java.util.function.Predicate;

/** All expressions of a query ({@code query_tree_walker}). */
public final class QueryExpressions {
  private QueryExpressions() {}

  /**
   * Walks through the query's own expressions, and hands its subqueries in FROM and WITH over.
   * SubLinks are the walker's own.
   */
  public static boolean walk(Query query, ExpressionWalker walker, Predicate<Query> subqueries) {
    for (TargetEntry target : query.targets()) {
      if (walker.walk(target.expression())) {
        return true;
      }
    }
    return walker.walk(query.where())
        || walker.walk(query.having())
        || query.windows().stream().anyMatch(window -> walkFrame(window.frame(), walker))
        || walker.walk(query.offset())
        || walker.walk(query.limit())
        || query.modification().filter(writing -> walk(writing, walker)).isPresent()
        || query.from().stream().anyMatch(node -> walkJoin(node, walker))
        || query.rangeTable().stream().anyMatch(entry -> walkRange(entry, walker, subqueries))
        || query.with().stream().anyMatch(table -> subqueries.test(table.query()));
  }

  private static boolean walk(Modification writing, ExpressionWalker walker) {
    return writing.returning().stream().anyMatch(target -> walker.walk(target.expression()))
        || writing
            .onConflict()
            .filter(c -> walk(c.assignments(), walker) || walker.walk(c.where()))
            .isPresent()
        || writing.actions().stream()
            .anyMatch(a -> walker.walk(a.condition()) || walk(a.assignments(), walker));
  }

  private static boolean walk(List<Assignment> assignments, ExpressionWalker walker) {
    return assignments.stream().anyMatch(one -> walker.walk(one.value()));
  }

  private static boolean walkFrame(WindowFrame frame, ExpressionWalker walker) {
    return walker.walk(frame.start().offset()) || walker.walk(frame.end().offset());
  }

  private static boolean walkJoin(FromNode node, ExpressionWalker walker) {
    return node instanceof FromNode.Join join
        && (walker.walk(join.condition())
            || walkJoin(join.left(), walker)
            || walkJoin(join.right(), walker));
  }

  private static boolean walkRange(
      RangeEntry entry, ExpressionWalker walker, Predicate<Query> subqueries) {
    if (entry instanceof RangeEntry.Subquery subquery) {
      return subqueries.test(subquery.query());
    }
    if (entry instanceof RangeEntry.Functions functions) {
      return functions.calls().stream().anyMatch(call -> walker.walk(call.call()));
    }
    return entry instanceof RangeEntry.Values values
        && values.rows().stream().anyMatch(row -> walker.walk(row));
  }
}
