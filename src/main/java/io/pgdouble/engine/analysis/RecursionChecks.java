package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.JoinKind;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.SetOperation;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SelectTail;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** What a recursive query may look like ({@code parse_cte.c: checkWellFormedRecursion}). */
final class RecursionChecks {
  private RecursionChecks() {}

  static void check(String table, SelectStmt select, Query query) {
    SelectTail tail = select.tail();
    refuse("ORDER BY", tail.sortClause().stream().findFirst().map(item -> item.node()));
    refuse("OFFSET", tail.limitOffset());
    refuse("LIMIT", tail.limitCount());
    SetOperation.Node union = (SetOperation.Node) query.setOperation().orElseThrow();
    boolean simple =
        union.right() instanceof SetOperation.Leaf right
            && isSimple(table, subquery(query, right))
            && !(union.left() instanceof SetOperation.Leaf left
                && SelfReferences.in(subquery(query, left), table));
    if (!simple) {
      throw Complaint.notSimulated("a recursive query of this form");
    }
  }

  private static void refuse(String clause, Optional<Expr> expression) {
    if (expression.isPresent()) {
      throw Complaint.error(
          RawLocations.of(expression.get()),
          SqlState.FEATURE_NOT_SUPPORTED,
          clause + " in a recursive query is not implemented");
    }
  }

  private static Query subquery(Query query, SetOperation.Leaf leaf) {
    return ((RangeEntry.Subquery) query.rangeTable().get(leaf.relation())).query();
  }

  /** Joins the table once, not under an outer join, and does not group its rows. */
  private static boolean isSimple(String table, Query query) {
    long direct = query.rangeTable().stream().filter(entry -> isSelf(table, entry)).count();
    boolean elsewhere =
        query.rangeTable().stream()
            .filter(RangeEntry.Subquery.class::isInstance)
            .anyMatch(entry -> SelfReferences.in(((RangeEntry.Subquery) entry).query(), table));
    return direct == 1
        && !elsewhere
        && !SelfReferences.inExpressions(query, table)
        && !query.grouped()
        && query.setOperation().isEmpty()
        && query.from().stream().allMatch(RecursionChecks::isInner);
  }

  private static boolean isSelf(String table, RangeEntry entry) {
    return entry instanceof RangeEntry.CommonTableReference reference
        && reference.self()
        && reference.table().equals(table);
  }

  private static boolean isInner(FromNode node) {
    return !(node instanceof FromNode.Join join)
        || join.kind() == JoinKind.INNER && isInner(join.left()) && isInner(join.right());
  }
}
