package io.pgdouble.engine.expression;

import java.util.List;

/** A tree of set operations ({@code SetOperationStmt}). */
public sealed interface SetOperation {
  /**
   * A leaf: a subquery of the range table.
   *
   * @param relation its index, from 0
   */
  record Leaf(int relation) implements SetOperation {}

  /**
   * An operation of two.
   *
   * @param columns for each column the type it has in the result, with its comparison; references
   *     are the columns' numbers from 1
   */
  record Node(
      SetOperator operator,
      boolean all,
      SetOperation left,
      SetOperation right,
      List<RangeColumn> columns,
      List<SortClause> comparisons)
      implements SetOperation {}
}
