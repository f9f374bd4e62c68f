package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;

/** Whether PostgreSQL's plan of a query could run backward ({@code ExecSupportsBackwardScan}). */
final class BackwardScan {
  private BackwardScan() {}

  static boolean isSupported(Query query) {
    if (!query.sort().isEmpty() && !query.setReturning()) {
      // A sort keeps its rows, whatever is below it.
      return true;
    }
    if (query.grouped() || query.setReturning() || !query.distinct().isEmpty()) {
      return false;
    }
    if (query.setOperation().isPresent() || query.from().size() > 1) {
      return false;
    }
    return query.from().isEmpty() || isSupported(query, query.from().get(0));
  }

  private static boolean isSupported(Query query, FromNode node) {
    if (!(node instanceof FromNode.Range range)) {
      return false;
    }
    RangeEntry entry = query.rangeTable().get(range.relation());
    if (entry instanceof RangeEntry.Subquery subquery) {
      return isSupported(subquery.query());
    }
    return true;
  }
}
