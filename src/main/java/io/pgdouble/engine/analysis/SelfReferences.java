package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryExpressions;
import io.pgdouble.engine.expression.RangeEntry;

/** Looks for recursive references to a common table inside its own query. */
final class SelfReferences extends ExpressionWalker {
  private final String table;

  private SelfReferences(String table) {
    this.table = table;
  }

  static boolean in(Query query, String table) {
    return new SelfReferences(table).query(query);
  }

  /** Whether one stands in a subquery of the query's expressions. */
  static boolean inExpressions(Query query, String table) {
    SelfReferences finder = new SelfReferences(table);
    return QueryExpressions.walk(query, finder, subquery -> false);
  }

  @Override
  protected boolean query(Query query) {
    boolean here =
        query.rangeTable().stream()
            .anyMatch(
                entry ->
                    entry instanceof RangeEntry.CommonTableReference reference
                        && reference.self()
                        && reference.table().equals(table));
    return here || QueryExpressions.walk(query, this, this::query);
  }
}
