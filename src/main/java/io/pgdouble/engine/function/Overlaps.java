package io.pgdouble.engine.function;

import java.util.Comparator;

/**
 * {@code OVERLAPS}, with the standard's rules for nulls: an unknown end may be anywhere after the
 * known one. Source: {@code date.c: overlaps_time}.
 */
final class Overlaps {
  private Overlaps() {}

  /** Start and end, start and end; the order of each pair does not matter. */
  static <T> Boolean of(T[] ends, Comparator<T> order) {
    T start1 = earlier(ends[0], ends[1], order);
    T start2 = earlier(ends[2], ends[3], order);
    if (start1 == null || start2 == null) {
      return null;
    }
    T end1 = later(ends[0], ends[1], order);
    T end2 = later(ends[2], ends[3], order);
    int starts = order.compare(start1, start2);
    if (starts == 0) {
      return end1 == null || end2 == null ? null : Boolean.TRUE;
    }
    return starts > 0 ? reaches(start1, end2, end1, order) : reaches(start2, end1, end2, order);
  }

  /** Whether the earlier period reaches into the later one. */
  private static <T> Boolean reaches(T laterStart, T earlierEnd, T laterEnd, Comparator<T> order) {
    if (earlierEnd == null) {
      return null;
    }
    if (order.compare(laterStart, earlierEnd) < 0) {
      return true;
    }
    return laterEnd == null ? null : Boolean.FALSE;
  }

  private static <T> T earlier(T start, T end, Comparator<T> order) {
    if (start == null || end == null) {
      return start == null ? end : start;
    }
    return order.compare(start, end) > 0 ? end : start;
  }

  /** Null where one of them is. */
  private static <T> T later(T start, T end, Comparator<T> order) {
    if (start == null || end == null) {
      return null;
    }
    return order.compare(start, end) > 0 ? start : end;
  }
}
