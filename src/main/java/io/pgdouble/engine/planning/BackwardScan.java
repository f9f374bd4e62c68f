package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.SetOperation;
import io.pgdouble.engine.expression.SetOperator;
import io.pgdouble.engine.expression.SortClause;
import java.util.List;
import java.util.Set;

/**
 * Whether PostgreSQL's plan of a query could run backward ({@code ExecSupportsBackwardScan}): the
 * kinds of nodes that can are guessed from the query, as the planner would choose them for few
 * rows.
 */
final class BackwardScan {
  /** Views over a single function; other views are joins. */
  private static final Set<String> FUNCTION_VIEWS =
      Set.of("pg_settings", "pg_cursors", "pg_prepared_statements", "pg_locks");

  private BackwardScan() {}

  static boolean isSupported(Query query) {
    if (sorts(query)) {
      // A sort keeps its rows, whatever is below it.
      return true;
    }
    if (query.grouped()
        || !query.windows().isEmpty()
        || query.setReturning()
        || !query.distinct().isEmpty()) {
      return false;
    }
    if (query.setOperation().isPresent()) {
      return appends(query, query.setOperation().get());
    }
    boolean single = query.from().size() == 1 && !neverTrue(query);
    return single && scans(query, query.from().get(0));
  }

  /** Whether there is a Sort node on top: constants need none, and groups may come in order. */
  private static boolean sorts(Query query) {
    boolean ordered = query.sort().stream().anyMatch(item -> !isConstant(query, item));
    boolean byGroups =
        query.grouped() && query.groupBy().containsAll(query.sort()) || !query.distinct().isEmpty();
    return ordered && !byGroups && !WindowPlanner.areSorted(query);
  }

  private static boolean isConstant(Query query, SortClause item) {
    return query.targets().stream()
        .filter(target -> target.sortGroup() == item.reference())
        .allMatch(target -> target.expression() instanceof Expression.Const);
  }

  /** A condition that was folded to a constant leaves no scan. */
  private static boolean neverTrue(Query query) {
    return query
        .where()
        .filter(Expression.Const.class::isInstance)
        .filter(condition -> !Boolean.TRUE.equals(((Expression.Const) condition).value()))
        .isPresent();
  }

  private static boolean appends(Query query, SetOperation operation) {
    if (operation instanceof SetOperation.Node node) {
      return node.operator() == SetOperator.UNION
          && node.all()
          && appends(query, node.left())
          && appends(query, node.right());
    }
    return reads(query, query.rangeTable().get(((SetOperation.Leaf) operation).relation()));
  }

  private static boolean scans(Query query, FromNode node) {
    return node instanceof FromNode.Range range
        && reads(query, query.rangeTable().get(range.relation()));
  }

  private static boolean reads(Query query, RangeEntry entry) {
    if (entry instanceof RangeEntry.Subquery subquery) {
      return isSupported(subquery.query());
    }
    if (entry instanceof RangeEntry.Values values) {
      return values.rows().size() > 1;
    }
    if (entry instanceof RangeEntry.CommonTableReference reference) {
      return reads(query.with(), reference.table());
    }
    if (entry instanceof RangeEntry.Relation relation) {
      return reads(relation.relation());
    }
    return true;
  }

  private static boolean reads(RelationEntry relation) {
    return relation.kind() != 'v' || FUNCTION_VIEWS.contains(relation.name());
  }

  /** One that is not recursive is planned as if it were a subquery. */
  private static boolean reads(List<CommonTable> tables, String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .allMatch(table -> table.recursive() || isSupported(table.query()));
  }
}
