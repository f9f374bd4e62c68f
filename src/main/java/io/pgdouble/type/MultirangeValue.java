package io.pgdouble.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A multirange: ranges in order that are not empty and do not touch each other. Server: {@code
 * multirangetypes.c}.
 */
public record MultirangeValue(RangeType type, List<RangeValue> ranges) {
  public MultirangeValue {
    ranges = List.copyOf(ranges);
  }

  /** {@code multirange_canonicalize}: of any ranges of the type. */
  public static MultirangeValue of(RangeType type, List<RangeValue> any) {
    Comparator<RangeBound> bounds = (one, other) -> one.compare(other, type);
    List<RangeValue> sorted = new ArrayList<>(any);
    sorted.removeIf(RangeValue::empty);
    sorted.sort(
        Comparator.comparing(RangeValue::lower, bounds).thenComparing(RangeValue::upper, bounds));
    List<RangeValue> merged = new ArrayList<>();
    for (RangeValue range : sorted) {
      int last = merged.size() - 1;
      boolean apart = last < 0 || isApart(type, merged.get(last).upper(), range.lower());
      if (apart) {
        merged.add(range);
      } else {
        RangeValue before = merged.get(last);
        boolean longer = bounds.compare(before.upper(), range.upper()) >= 0;
        RangeBound upper = longer ? before.upper() : range.upper();
        merged.set(last, new RangeValue(type, false, before.lower(), upper));
      }
    }
    return new MultirangeValue(type, merged);
  }

  private static boolean isApart(RangeType type, RangeBound upper, RangeBound lower) {
    return upper.compare(lower, type) < 0 && !areAdjacent(type, upper, lower);
  }

  /** {@code bounds_adjacent}: whether nothing is between two bounds, and nothing in both. */
  public static boolean areAdjacent(RangeType type, RangeBound upper, RangeBound lower) {
    int order = upper.compareValues(lower, type);
    if (order != 0) {
      return order < 0
          && type.isDiscrete()
          && RangeValue.of(type, upper.beyond(), lower.beyond()).empty();
    }
    return upper.inclusive() != lower.inclusive();
  }
}
