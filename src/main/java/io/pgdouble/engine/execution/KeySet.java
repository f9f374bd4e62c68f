package io.pgdouble.engine.execution;

import java.util.Arrays;

/**
 * Grouping expressions that rows are grouped by together.
 *
 * @param columns which of the keys, in the order of {@code order}
 * @param order of these keys' values
 * @param groupings what each GROUPING of the query answers for these groups
 */
public record KeySet(int[] columns, RowOrder order, Object[] groupings) {

  boolean has(int column) {
    return Arrays.stream(columns).anyMatch(one -> one == column);
  }

  /** The values of the keys with null in the place of those that are not of the set. */
  Object[] masked(Object[] values) {
    if (columns.length == values.length) {
      return values;
    }
    Object[] masked = new Object[values.length];
    for (int column : columns) {
      masked[column] = values[column];
    }
    return masked;
  }
}
