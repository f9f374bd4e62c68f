package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.ExecutionContext;

/**
 * The order of an index's keys.
 *
 * @param comparisons of its operator classes
 * @param nullsDistinct whether a null is never equal to another
 */
public record KeyOrder(Call[] comparisons, boolean nullsDistinct) {

  /** Two keys, as far as both have columns. */
  int compare(Object[] one, Object[] other, ExecutionContext context) {
    int columns = Math.min(one.length, other.length);
    for (int i = 0; i < columns; i++) {
      int order = compare(i, one[i], other[i], context);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Nulls come last. */
  private int compare(int column, Object one, Object other, ExecutionContext context) {
    if (one == null || other == null) {
      return Boolean.compare(one == null, other == null);
    }
    if (one instanceof Integer left && other instanceof Integer right) {
      return Integer.compare(left, right);
    }
    if (one instanceof Long left && other instanceof Long right) {
      return Long.compare(left, right);
    }
    return (Integer) comparisons[column].call(context, one, other);
  }
}
