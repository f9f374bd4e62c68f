package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.MultirangeValue;
import io.pgdouble.type.RangeBound;
import io.pgdouble.type.RangeType;
import io.pgdouble.type.RangeValue;
import java.util.ArrayList;
import java.util.List;

/** What is made of multiranges, and how they are ordered. Source: {@code multirangetypes.c}. */
final class Multiranges {
  private Multiranges() {}

  static MultirangeValue make(CallContext context, Object[] a) {
    RangeType type = RangeType.ofMultirange(context.resultType()).orElseThrow();
    List<RangeValue> ranges = new ArrayList<>();
    if (a.length == 1 && a[0] instanceof RangeValue range) {
      ranges.add(range);
    } else if (a.length == 1) {
      collect((ArrayValue) a[0], ranges);
    }
    return MultirangeValue.of(type, ranges);
  }

  private static void collect(ArrayValue array, List<RangeValue> ranges) {
    if (array.dimensions().length > 1) {
      throw new ReportedError(
          SqlState.CARDINALITY_VIOLATION,
          "multiranges cannot be constructed from multidimensional arrays");
    }
    for (Object range : array.elements()) {
      if (range == null) {
        throw new ReportedError(
            SqlState.NULL_VALUE_NOT_ALLOWED, "multirange values cannot contain null members");
      }
      ranges.add((RangeValue) range);
    }
  }

  /** A range or a multirange as ranges; an empty range is none. */
  static List<RangeValue> ranges(Object value) {
    if (value instanceof MultirangeValue many) {
      return many.ranges();
    }
    RangeValue range = (RangeValue) value;
    return range.empty() ? List.of() : List.of(range);
  }

  /** From the first to the last ({@code multirange_get_union_range}). */
  static RangeValue whole(Object value) {
    if (value instanceof RangeValue range) {
      return range;
    }
    MultirangeValue many = (MultirangeValue) value;
    List<RangeValue> ranges = many.ranges();
    return ranges.isEmpty()
        ? RangeValue.empty(many.type())
        : new RangeValue(
            many.type(), false, ranges.get(0).lower(), ranges.get(ranges.size() - 1).upper());
  }

  /** {@code multirange_cmp}: the shorter one comes first. */
  static int compare(MultirangeValue one, MultirangeValue other) {
    int common = Math.min(one.ranges().size(), other.ranges().size());
    for (int i = 0; i < common; i++) {
      int order = Ranges.compare(one.ranges().get(i), other.ranges().get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.ranges().size(), other.ranges().size());
  }

  static MultirangeValue union(MultirangeValue one, MultirangeValue other) {
    List<RangeValue> all = new ArrayList<>(one.ranges());
    all.addAll(other.ranges());
    return MultirangeValue.of(one.type(), all);
  }

  static MultirangeValue intersection(MultirangeValue one, MultirangeValue other) {
    List<RangeValue> common = new ArrayList<>();
    for (RangeValue range : one.ranges()) {
      other.ranges().forEach(second -> common.add(Ranges.intersection(range, second)));
    }
    return MultirangeValue.of(one.type(), common);
  }

  static MultirangeValue minus(MultirangeValue one, MultirangeValue other) {
    List<RangeValue> left = one.ranges();
    for (RangeValue taken : other.ranges()) {
      List<RangeValue> rest = new ArrayList<>();
      left.forEach(range -> addRest(range, taken, rest));
      left = rest;
    }
    return MultirangeValue.of(one.type(), left);
  }

  /** What is left of a range without another: none, one or two. */
  private static void addRest(RangeValue range, RangeValue taken, List<RangeValue> rest) {
    if (!Ranges.overlaps(range, taken)) {
      rest.add(range);
      return;
    }
    RangeType type = range.type();
    if (range.lower().compare(taken.lower(), type) < 0) {
      rest.add(RangeValue.of(type, range.lower(), taken.lower().beyond()));
    }
    if (range.upper().compare(taken.upper(), type) > 0) {
      rest.add(RangeValue.of(type, taken.upper().beyond(), range.upper()));
    }
  }

  /** Whether one ends where the other begins. */
  static boolean areAdjacent(Object one, Object other) {
    return Ranges.areAdjacent(whole(one), whole(other));
  }

  static Object lower(Object value) {
    return bound(whole(value), whole(value).lower());
  }

  static Object upper(Object value) {
    return bound(whole(value), whole(value).upper());
  }

  private static Object bound(RangeValue range, RangeBound bound) {
    return range.empty() ? null : bound.value();
  }
}
