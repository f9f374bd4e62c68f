package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.facts.Facts;
import java.util.List;

/**
 * Columns that are computed of sorted rows only, so that those a limit keeps out cost nothing and
 * volatile functions are called in the order that was asked for ({@code planner.c:
 * make_sort_input_target}).
 *
 * @param targets as they are to be computed, in the query's order
 */
record PostponedColumns(Query query, List<TargetEntry> targets, Facts facts) {
  /** In units of {@code cpu_operator_cost}. */
  private static final double EXPENSIVE = 10;

  boolean any() {
    boolean sorts =
        !query.sort().isEmpty()
            && query.distinct().isEmpty()
            && query.rowMarks().isEmpty()
            && !GroupPlanner.areSorted(query);
    return sorts
        && (setsComeLast()
            || targets.stream().anyMatch(one -> isFree(one) && isVolatile(one))
            || query.limit().isPresent()
                && targets.stream().anyMatch(one -> isFree(one) && isExpensive(one)));
  }

  /** Sets that nothing is ordered by. */
  private boolean setsComeLast() {
    return query.setReturning()
        && !query.sort().isEmpty()
        && query.distinct().isEmpty()
        && query.rowMarks().isEmpty()
        && query.targets().stream().noneMatch(one -> !isFree(one) && yieldsSet(one));
  }

  /** Whether it waits for the sort, once anything does. */
  boolean isPostponed(TargetEntry target) {
    return isFree(target) && (yieldsSet(target) || isVolatile(target) || isExpensive(target));
  }

  private static boolean isFree(TargetEntry target) {
    return target.sortGroup() == 0;
  }

  private static boolean yieldsSet(TargetEntry target) {
    return SetPlanner.yieldsSet(target.expression());
  }

  /** What is in a subquery does not count. */
  private static boolean isVolatile(TargetEntry target) {
    return Volatility.isVolatileItself(target.expression());
  }

  private boolean isExpensive(TargetEntry target) {
    Expression column = target.expression();
    return ConditionCost.of(column, facts) > EXPENSIVE;
  }
}
