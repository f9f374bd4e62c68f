package io.pgdouble.engine.execution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts as the server does, so that rows that compare equal come in the server's order. Its sort is
 * not stable, but it is determined: quicksort after Bentley and McIlroy, "Engineering a sort
 * function" (1993), with a look for rows that are in order already; and a heap where only the first
 * rows are wanted. Source: {@code lib/sort_template.h}, {@code utils/sort/tuplesort.c:
 * make_bounded_heap}.
 */
final class TupleSort<T> {
  /** Below it, rows are put in their places one by one. */
  private static final int SMALL = 7;

  /** Above it, the pivot is the median of nine. */
  private static final int LARGE = 40;

  private final T[] rows;
  private final Comparator<? super T> order;

  private TupleSort(T[] rows, Comparator<? super T> order) {
    this.rows = rows;
    this.order = order;
  }

  /** Sorts in place. */
  static <T> void sort(List<T> rows, Comparator<? super T> order) {
    T[] array = array(rows);
    new TupleSort<>(array, order).sort(0, array.length);
    for (int i = 0; i < array.length; i++) {
      rows.set(i, array[i]);
    }
  }

  /**
   * The first rows in order.
   *
   * @param bound how many, at least 1
   */
  static <T> List<T> first(List<T> rows, Comparator<? super T> order, long bound) {
    T[] array = array(rows);
    if (array.length <= 2 * bound) {
      new TupleSort<>(array, order).sort(0, array.length);
      return Arrays.asList(array).subList(0, (int) Math.min(bound, array.length));
    }
    new BoundedHeap<>(array, order.reversed(), (int) bound).sort();
    return Arrays.asList(array).subList(0, (int) bound);
  }

  @SuppressWarnings("unchecked")
  private static <T> T[] array(List<T> rows) {
    return (T[]) rows.toArray();
  }

  private int compare(int one, int other) {
    return order.compare(rows[one], rows[other]);
  }

  private void swap(int one, int other) {
    T kept = rows[one];
    rows[one] = rows[other];
    rows[other] = kept;
  }

  private void swap(int one, int other, int count) {
    for (int i = 0; i < count; i++) {
      swap(one + i, other + i);
    }
  }

  private void sort(int from, int to) {
    int start = from;
    int end = to;
    while (end - start > 1 && !isSorted(start, end)) {
      if (end - start < SMALL) {
        insert(start, end);
        return;
      }
      swap(start, pivot(start, end - start));
      Parts parts = partition(start, end);
      // The smaller part is sorted first, the greater one without going deeper.
      if (parts.less <= parts.greater) {
        sort(start, start + parts.less);
        start = end - parts.greater;
      } else {
        sort(end - parts.greater, end);
        end = start + parts.less;
      }
    }
  }

  private boolean isSorted(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (compare(i - 1, i) > 0) {
        return false;
      }
    }
    return true;
  }

  private void insert(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      for (int j = i; j > start && compare(j - 1, j) > 0; j--) {
        swap(j, j - 1);
      }
    }
  }

  private int pivot(int start, int count) {
    int middle = start + count / 2;
    if (count <= SMALL) {
      return middle;
    }
    int low = start;
    int high = start + count - 1;
    if (count > LARGE) {
      int step = count / 8;
      low = median(low, low + step, low + 2 * step);
      middle = median(middle - step, middle, middle + step);
      high = median(high - 2 * step, high - step, high);
    }
    return median(low, middle, high);
  }

  private int median(int a, int b, int c) {
    if (compare(a, b) < 0) {
      return compare(b, c) < 0 ? b : compare(a, c) < 0 ? c : a;
    }
    return compare(b, c) > 0 ? b : compare(a, c) < 0 ? a : c;
  }

  /** How many rows are less than the pivot, and how many are greater; they stand outside. */
  private record Parts(int less, int greater) {}

  /** The pivot is the first row. Equal rows gather at both ends, and go to the middle at last. */
  private Parts partition(int start, int end) {
    int equalLow = start + 1;
    int low = start + 1;
    int high = end - 1;
    int equalHigh = end - 1;
    while (low <= high) {
      int order = compare(low, start);
      if (order == 0) {
        swap(equalLow++, low);
      }
      if (order <= 0) {
        low++;
        continue;
      }
      while (low <= high && (order = compare(high, start)) >= 0) {
        equalHigh = order == 0 ? setAside(high, equalHigh) : equalHigh;
        high--;
      }
      if (low <= high) {
        swap(low++, high--);
      }
    }
    int lowest = Math.min(equalLow - start, low - equalLow);
    swap(start, low - lowest, lowest);
    int highest = Math.min(equalHigh - high, end - equalHigh - 1);
    swap(low, end - highest, highest);
    return new Parts(low - equalLow, equalHigh - high);
  }

  /** The next place that another one can have. */
  private int setAside(int row, int place) {
    swap(row, place);
    return place - 1;
  }

  /**
   * The first rows in order, the last of them on top.
   *
   * @param order the other way round
   */
  private record BoundedHeap<T>(T[] rows, Comparator<? super T> order, int bound) {
    void sort() {
      for (int i = 0; i < bound; i++) {
        insert(rows[i], i);
      }
      for (int i = bound; i < rows.length; i++) {
        if (order.compare(rows[i], rows[0]) > 0) {
          replaceTop(rows[i], bound);
        }
      }
      for (int size = bound - 1; size > 0; size--) {
        T top = rows[0];
        replaceTop(rows[size], size);
        rows[size] = top;
      }
    }

    private void insert(T row, int size) {
      int place = size;
      while (place > 0 && order.compare(row, rows[(place - 1) / 2]) < 0) {
        rows[place] = rows[(place - 1) / 2];
        place = (place - 1) / 2;
      }
      rows[place] = row;
    }

    private void replaceTop(T row, int size) {
      int place = 0;
      for (int child = child(place, size); child < size; child = child(place, size)) {
        if (order.compare(row, rows[child]) <= 0) {
          break;
        }
        rows[place] = rows[child];
        place = child;
      }
      rows[place] = row;
    }

    /** The child that comes first. */
    private int child(int place, int size) {
      int left = 2 * place + 1;
      boolean right = left + 1 < size && order.compare(rows[left], rows[left + 1]) > 0;
      return right ? left + 1 : left;
    }
  }
}
