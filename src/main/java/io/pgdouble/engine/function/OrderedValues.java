package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.TypeIo;
import io.pgdouble.type.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The values of an ordered set, sorted; nulls are left out ({@code ordered_set_transition}). */
final class OrderedValues {
  private final CallContext context;
  private final List<Object[]> sorted;
  private final Comparator<Object[]> order;

  private OrderedValues(CallContext context, List<Object[]> sorted, Comparator<Object[]> order) {
    this.context = context;
    this.sorted = sorted;
    this.order = order;
  }

  static OrderedValues of(CallContext context, List<Object[]> rows, Comparator<Object[]> order) {
    List<Object[]> sorted = new ArrayList<>(rows);
    sorted.removeIf(row -> row[0] == null);
    sorted.sort(order);
    return new OrderedValues(context, sorted, order);
  }

  int size() {
    return sorted.size();
  }

  /** The type of the values. */
  int type() {
    int[] types = context.site().argumentTypes();
    return types[types.length - 1];
  }

  /**
   * The value at a place, counted from 0. The server's sort is not stable: which of several values
   * that are equal and yet differ stands there ({@code 1.0} and {@code 1.00}) only it can tell.
   */
  Object at(int index) {
    Object[] row = sorted.get(index);
    int first = index;
    while (first > 0 && isPeer(first - 1, row)) {
      first--;
    }
    requireAlike(first, row);
    return row[0];
  }

  private boolean isPeer(int index, Object[] row) {
    return order.compare(sorted.get(index), row) == 0;
  }

  private void requireAlike(int first, Object[] row) {
    TypeIo io = Types.io(type());
    String text = io.output(row[0], context.types());
    for (int i = first; i < sorted.size() && isPeer(i, row); i++) {
      if (!io.output(sorted.get(i)[0], context.types()).equals(text)) {
        throw ErrorReport.notSimulated("the order of values that are equal and not alike")
            .toException();
      }
    }
  }

  /** The most frequent value, the first of those; null if there is none. */
  Object mode() {
    int best = -1;
    int most = 0;
    int start = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i < sorted.size() && isPeer(i, sorted.get(start))) {
        continue;
      }
      if (i - start > most) {
        most = i - start;
        best = start;
      }
      start = i;
    }
    return best < 0 ? null : at(best);
  }
}
