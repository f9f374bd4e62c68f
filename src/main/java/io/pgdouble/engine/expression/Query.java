package io.pgdouble.engine.expression;

import java.util.List;
import java.util.Optional;

/**
 * An analysed query: SELECT, VALUES or a set operation ({@code Query} of {@code parsenodes.h}).
 * Immutable, and independent of any session's state but the catalog it was analysed against.
 *
 * @param from what the FROM clause joins; several are cross-joined in order
 * @param distinctOn whether {@code distinct} came from DISTINCT ON
 * @param withTies LIMIT was FETCH FIRST … WITH TIES
 * @param setOperation where the rows come from a set operation on subqueries of the range table
 * @param groupingSets empty, or indexes into {@code groupBy} for each grouping set
 * @param windows those that window functions in the targets look through
 * @param grouped GROUP BY, HAVING or an aggregate: rows are groups
 * @param modification where it writes; the targets are then the values for the target's columns
 * @param wording what only its text has
 */
public record Query(
    List<TargetEntry> targets,
    List<RangeEntry> rangeTable,
    List<FromNode> from,
    Optional<Expression> where,
    List<SortClause> groupBy,
    List<List<Integer>> groupingSets,
    Optional<Expression> having,
    List<WindowClause> windows,
    List<SortClause> distinct,
    boolean distinctOn,
    List<SortClause> sort,
    Optional<Expression> offset,
    Optional<Expression> limit,
    boolean withTies,
    Optional<SetOperation> setOperation,
    List<CommonTable> with,
    boolean grouped,
    boolean setReturning,
    Optional<Modification> modification,
    List<RowMark> rowMarks,
    QueryWording wording) {

  /** The columns that a frontend sees. */
  public List<TargetEntry> visibleTargets() {
    return targets.stream().filter(target -> !target.junk()).toList();
  }

  /** The columns of the result: those of RETURNING where it writes. */
  public List<TargetEntry> shownTargets() {
    return modification.isEmpty() ? targets : modification.get().returning();
  }

  /** Whether it yields rows: a query that writes does so only with RETURNING. */
  public boolean yieldsRows() {
    return modification.isEmpty() || !modification.get().returning().isEmpty();
  }

  /** The same query with other targets. */
  public Query withTargets(List<TargetEntry> others) {
    return rebuilt(List.copyOf(others), rangeTable, with, rowMarks);
  }

  /** The same query with locks, and with those of its subqueries. */
  public Query withRowMarks(List<RangeEntry> locked, List<RowMark> marks) {
    return rebuilt(targets, List.copyOf(locked), with, marks);
  }

  /** The same query over other entries, and with other common tables. */
  public Query withSources(List<RangeEntry> entries, List<CommonTable> tables) {
    return rebuilt(targets, List.copyOf(entries), List.copyOf(tables), rowMarks);
  }

  private Query rebuilt(
      List<TargetEntry> newTargets,
      List<RangeEntry> newRangeTable,
      List<CommonTable> newWith,
      List<RowMark> newRowMarks) {
    return new Query(
        newTargets,
        newRangeTable,
        from,
        where,
        groupBy,
        groupingSets,
        having,
        windows,
        distinct,
        distinctOn,
        sort,
        offset,
        limit,
        withTies,
        setOperation,
        newWith,
        grouped,
        setReturning,
        modification,
        newRowMarks,
        wording);
  }

  /** The same query over the rows for which a condition holds. */
  public Query withWhere(Expression condition) {
    return new Query(
        targets,
        rangeTable,
        from,
        Optional.of(condition),
        groupBy,
        groupingSets,
        having,
        windows,
        distinct,
        distinctOn,
        sort,
        offset,
        limit,
        withTies,
        setOperation,
        with,
        grouped,
        setReturning,
        modification,
        rowMarks,
        wording);
  }

  /** The same statement, writing elsewhere. */
  public Query withModification(Optional<Expression> condition, Modification writing) {
    return new Query(
        targets,
        rangeTable,
        from,
        condition,
        groupBy,
        groupingSets,
        having,
        windows,
        distinct,
        distinctOn,
        sort,
        offset,
        limit,
        withTies,
        setOperation,
        with,
        grouped,
        setReturning,
        Optional.of(writing),
        rowMarks,
        wording);
  }
}
