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
   * @param columns of the result
   * @param leftConversions how the left side's columns become the result's, as expressions over
   *     {@link Expression.SubColumn}s
   * @param comparisons of the result's columns where rows are compared; references are the columns'
   *     numbers from 1
   */
  record Node(
      SetOperator operator,
      boolean all,
      SetOperation left,
      SetOperation right,
      List<RangeColumn> columns,
      List<Expression> leftConversions,
      List<Expression> rightConversions,
      List<SortClause> comparisons)
      implements SetOperation {}
}
