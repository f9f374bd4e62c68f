package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.SubLinkKind;
import io.pgdouble.engine.expression.TargetEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Columns of subqueries in FROM that nobody asks for are not computed: no error comes of them
 * ({@code allpaths.c: remove_unused_subquery_outputs}, and what {@code prepjointree.c} pulls up).
 */
final class UnusedColumns {
  private UnusedColumns() {}

  /** The query, with null in the place of such columns. */
  static Query drop(Query query) {
    boolean any =
        !query.with().isEmpty()
            || query.rangeTable().stream().anyMatch(RangeEntry.Subquery.class::isInstance);
    boolean reading = query.modification().isEmpty() && query.rowMarks().isEmpty();
    return any && reading ? withoutUnused(query) : query;
  }

  /**
   * What EXISTS selects is nobody's affair ({@code subselect.c: simplify_EXISTS_query}).
   *
   * @param limit of the query, as far as it is known
   */
  static Expression.SubLink ofExistence(Expression.SubLink node, Optional<Expression> limit) {
    Query query = node.query();
    boolean plain =
        !query.grouped()
            && !query.setReturning()
            && query.setOperation().isEmpty()
            && query.windows().isEmpty()
            && query.rowMarks().isEmpty()
            && query.modification().isEmpty();
    boolean unordered =
        query.sort().isEmpty()
            && query.distinct().isEmpty()
            && limit.filter(count -> !letsPass(count)).isEmpty()
            && query.offset().isEmpty();
    return node.kind() == SubLinkKind.EXISTS && plain && unordered
        ? new Expression.SubLink(
            node.kind(),
            node.test(),
            query.withTargets(List.of()),
            node.type(),
            node.typmod(),
            node.location())
        : node;
  }

  private static boolean letsPass(Expression limit) {
    return limit instanceof Expression.Const constant
        && (constant.value() == null || (Long) constant.value() > 0);
  }

  private static Query withoutUnused(Query query) {
    List<RangeEntry> entries = new ArrayList<>(query.rangeTable());
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof RangeEntry.Subquery subquery) {
        Query inner = used(query, i, subquery.query());
        entries.set(i, new RangeEntry.Subquery(subquery.name(), inner, subquery.columns()));
      }
    }
    List<CommonTable> tables = query.with().stream().map(one -> inlined(query, one)).toList();
    return query.withSources(entries, tables);
  }

  private static CommonTable inlined(Query query, CommonTable table) {
    return InlinedTables.place(query, table)
        .map(place -> table.withQuery(used(place.query(), place.relation(), table.query())))
        .orElse(table);
  }

  private static Query used(Query query, int relation, Query inner) {
    return drop(query.setOperation().isPresent() ? inner : withoutUnused(query, relation, inner));
  }

  private static Query withoutUnused(Query query, int relation, Query inner) {
    if (inner.setOperation().isPresent() || !inner.distinct().isEmpty()) {
      return inner;
    }
    Set<Integer> used = new TreeSet<>(ColumnUse.of(query, relation, inner.targets().size()));
    List<TargetEntry> targets = new ArrayList<>();
    int column = 0;
    for (TargetEntry target : inner.targets()) {
      boolean unused = !target.junk() && !used.contains(column);
      targets.add(unused && isDispensable(target) ? withNull(target) : target);
      column += target.junk() ? 0 : 1;
    }
    return inner.withTargets(targets);
  }

  private static boolean isDispensable(TargetEntry target) {
    return target.sortGroup() == 0
        && !SetPlanner.yieldsSet(target.expression())
        && !Volatility.isVolatile(target.expression());
  }

  private static TargetEntry withNull(TargetEntry target) {
    Expression unused = target.expression();
    return target.withExpression(new Expression.Const(unused.type(), unused.typmod(), 0, null, -1));
  }
}
