package io.pgdouble.engine.execution;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * An order of rows by some of their columns.
 *
 * @param columns indexes into the rows, most significant first
 */
public record RowOrder(int[] columns, Key[] keys) {

  /** How one column is ordered. */
  public record Key(Call comparison, boolean descending, boolean nullsFirst) {}

  /** The order by some of its columns only. */
  public RowOrder part(int from, int to) {
    return of(IntStream.range(from, to).toArray());
  }

  /** The order by those of its columns that stand at these places. */
  public RowOrder of(int... places) {
    int[] some = new int[places.length];
    Key[] ofSome = new Key[places.length];
    for (int i = 0; i < places.length; i++) {
      some[i] = columns[places[i]];
      ofSome[i] = keys[places[i]];
    }
    return new RowOrder(some, ofSome);
  }

  /** The order, with a session's context for the comparison functions. */
  public Comparator<Object[]> in(Frame frame) {
    return (one, other) -> compare(frame, one, other);
  }

  private int compare(Frame frame, Object[] one, Object[] other) {
    for (int i = 0; i < columns.length; i++) {
      int order = compare(frame, keys[i], one[columns[i]], other[columns[i]]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(Frame frame, Key key, Object one, Object other) {
    if (one == null || other == null) {
      int nullOrder = Boolean.compare(one == null, other == null);
      return key.nullsFirst() ? -nullOrder : nullOrder;
    }
    int order = (Integer) key.comparison().call(frame.context, one, other);
    return key.descending() ? Integer.compare(0, order) : order;
  }
}
