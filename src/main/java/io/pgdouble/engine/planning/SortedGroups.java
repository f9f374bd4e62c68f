package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.Expression.Aggref;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.SortClause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether groups leave in the order that ORDER BY asks for, as the server would let them: each row
 * is then computed and sent before the next group is looked at, and an error in one comes behind
 * the rows of those before it. Where the server might hash and sort, it is taken to do so. {@code
 * planner.c: create_grouping_paths}.
 */
final class SortedGroups {
  private SortedGroups() {}

  static boolean satisfy(Query query, List<Aggref> aggregates) {
    boolean inOrder = query.sort().stream().allMatch(clause -> place(clause, query) >= 0);
    boolean plain = query.distinct().isEmpty() && !query.setReturning();
    return inOrder
        && plain
        && (aggregates.stream().anyMatch(SortedGroups::needsOrder) || isOfValues(query));
  }

  /**
   * The grouping keys in the order in which groups leave: first those of ORDER BY, as it asks for
   * them, if it asks for nothing else. {@code planner.c: preprocess_groupclause}.
   */
  static List<SortClause> order(Query query) {
    List<SortClause> order = new ArrayList<>();
    if (query.sort().stream().allMatch(clause -> place(clause, query) >= 0)) {
      order.addAll(query.sort());
    }
    for (SortClause key : byUse(query)) {
      if (order.stream().noneMatch(clause -> clause.reference() == key.reference())) {
        order.add(key);
      }
    }
    return order;
  }

  /** The keys, those of more grouping sets first: others are summed up before them. */
  private static List<SortClause> byUse(Query query) {
    List<SortClause> keys = new ArrayList<>(query.groupBy());
    keys.sort(Comparator.comparingLong(key -> -uses(query, key)));
    return keys;
  }

  private static long uses(Query query, SortClause key) {
    int place = place(key, query);
    return query.groupingSets().stream().filter(set -> set.contains(place)).count();
  }

  /** Which grouping key it is; -1 if none. */
  static int place(SortClause clause, Query query) {
    for (int i = 0; i < query.groupBy().size(); i++) {
      if (query.groupBy().get(i).reference() == clause.reference()) {
        return i;
      }
    }
    return -1;
  }

  /** Such aggregates are not computed in hashed groups: {@code planner.c: can_hash}. */
  private static boolean needsOrder(Aggref aggregate) {
    return aggregate.aggregate().isOrderedSet()
        || !aggregate.order().isEmpty()
        || !aggregate.distinct().isEmpty();
  }

  /** Values are taken to be all different, so that hashing them first would save nothing. */
  private static boolean isOfValues(Query query) {
    if (query.from().size() != 1 || !(query.from().get(0) instanceof FromNode.Range range)) {
      return false;
    }
    RangeEntry entry = query.rangeTable().get(range.relation());
    return entry instanceof RangeEntry.Values
        || entry instanceof RangeEntry.Subquery subquery && isValues(subquery.query());
  }

  private static boolean isValues(Query query) {
    boolean whole = query.sort().isEmpty() && query.limit().isEmpty() && query.offset().isEmpty();
    return whole
        && !query.grouped()
        && query.where().isEmpty()
        && query.distinct().isEmpty()
        && query.setOperation().isEmpty()
        && isOfValues(query);
  }
}
