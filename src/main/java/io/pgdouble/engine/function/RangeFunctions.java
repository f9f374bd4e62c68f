package io.pgdouble.engine.function;

import io.pgdouble.type.MultirangeValue;
import io.pgdouble.type.RangeValue;
import java.util.List;

/** Functions of ranges and multiranges. Manual: {@code functions-range}. A table. */
final class RangeFunctions {
  private RangeFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "range_constructor2", "range_constructor3" -> Ranges::make;
      case "multirange_constructor0", "multirange_constructor1", "multirange_constructor2" ->
          Multiranges::make;
      case "range_lower", "multirange_lower" -> (c, a) -> Multiranges.lower(a[0]);
      case "range_upper", "multirange_upper" -> (c, a) -> Multiranges.upper(a[0]);
      case "range_empty", "multirange_empty" -> (c, a) -> whole(a, 0).empty();
      case "range_lower_inc", "multirange_lower_inc" ->
          (c, a) -> !whole(a, 0).empty() && whole(a, 0).lower().inclusive();
      case "range_upper_inc", "multirange_upper_inc" ->
          (c, a) -> !whole(a, 0).empty() && whole(a, 0).upper().inclusive();
      case "range_lower_inf", "multirange_lower_inf" ->
          (c, a) -> !whole(a, 0).empty() && whole(a, 0).lower().isInfinite();
      case "range_upper_inf", "multirange_upper_inf" ->
          (c, a) -> !whole(a, 0).empty() && whole(a, 0).upper().isInfinite();
      case "range_cmp" -> (c, a) -> compare(a);
      case "range_eq" -> (c, a) -> compare(a) == 0;
      case "range_ne" -> (c, a) -> compare(a) != 0;
      case "range_lt" -> (c, a) -> compare(a) < 0;
      case "range_le" -> (c, a) -> compare(a) <= 0;
      case "range_gt" -> (c, a) -> compare(a) > 0;
      case "range_ge" -> (c, a) -> compare(a) >= 0;
      case "multirange_cmp" -> (c, a) -> compareMany(a);
      case "multirange_eq" -> (c, a) -> compareMany(a) == 0;
      case "multirange_ne" -> (c, a) -> compareMany(a) != 0;
      case "multirange_lt" -> (c, a) -> compareMany(a) < 0;
      case "multirange_le" -> (c, a) -> compareMany(a) <= 0;
      case "multirange_gt" -> (c, a) -> compareMany(a) > 0;
      case "multirange_ge" -> (c, a) -> compareMany(a) >= 0;
      case "range_union" -> (c, a) -> Ranges.union(range(a, 0), range(a, 1));
      case "range_merge" -> (c, a) -> Ranges.merge(range(a, 0), range(a, 1));
      case "range_merge_from_multirange" -> (c, a) -> whole(a, 0);
      case "range_intersect" -> (c, a) -> Ranges.intersection(range(a, 0), range(a, 1));
      case "range_minus" -> (c, a) -> Ranges.minus(range(a, 0), range(a, 1));
      case "multirange_union" -> (c, a) -> Multiranges.union(many(a, 0), many(a, 1));
      case "multirange_intersect" -> (c, a) -> Multiranges.intersection(many(a, 0), many(a, 1));
      case "multirange_minus" -> (c, a) -> Multiranges.minus(many(a, 0), many(a, 1));
      case "multirange_unnest" ->
          new HeavyBuiltin((c, a) -> List.<Object>copyOf(many(a, 0).ranges()).iterator());
      case "int4range_canonical", "int8range_canonical", "daterange_canonical" -> (c, a) -> a[0];
      default -> relation(prosrc);
    };
  }

  /** What ranges are to each other. A table. */
  private static Builtin relation(String prosrc) {
    return switch (prosrc) {
      case "range_contains_elem", "multirange_contains_elem" -> (c, a) -> holds(a[0], a[1]);
      case "elem_contained_by_range", "elem_contained_by_multirange" -> (c, a) -> holds(a[1], a[0]);
      case "range_contains",
          "range_contains_multirange",
          "multirange_contains_range",
          "multirange_contains_multirange" ->
          (c, a) -> contains(a[0], a[1]);
      case "range_contained_by",
          "range_contained_by_multirange",
          "multirange_contained_by_range",
          "multirange_contained_by_multirange" ->
          (c, a) -> contains(a[1], a[0]);
      case "range_overlaps",
          "range_overlaps_multirange",
          "multirange_overlaps_range",
          "multirange_overlaps_multirange" ->
          (c, a) -> overlaps(a[0], a[1]);
      case "range_before",
          "range_before_multirange",
          "multirange_before_range",
          "multirange_before_multirange" ->
          (c, a) -> Ranges.isBefore(whole(a, 0), whole(a, 1));
      case "range_after",
          "range_after_multirange",
          "multirange_after_range",
          "multirange_after_multirange" ->
          (c, a) -> Ranges.isBefore(whole(a, 1), whole(a, 0));
      case "range_overleft",
          "range_overleft_multirange",
          "multirange_overleft_range",
          "multirange_overleft_multirange" ->
          (c, a) -> Ranges.endsNoLater(whole(a, 0), whole(a, 1));
      case "range_overright",
          "range_overright_multirange",
          "multirange_overright_range",
          "multirange_overright_multirange" ->
          (c, a) -> Ranges.startsNoSooner(whole(a, 0), whole(a, 1));
      case "range_adjacent",
          "range_adjacent_multirange",
          "multirange_adjacent_range",
          "multirange_adjacent_multirange" ->
          (c, a) -> Multiranges.areAdjacent(a[0], a[1]);
      default -> null;
    };
  }

  private static RangeValue range(Object[] a, int index) {
    return (RangeValue) a[index];
  }

  private static MultirangeValue many(Object[] a, int index) {
    return (MultirangeValue) a[index];
  }

  private static RangeValue whole(Object[] a, int index) {
    return Multiranges.whole(a[index]);
  }

  private static int compare(Object[] a) {
    return Ranges.compare(range(a, 0), range(a, 1));
  }

  private static int compareMany(Object[] a) {
    return Multiranges.compare(many(a, 0), many(a, 1));
  }

  private static boolean holds(Object ranges, Object value) {
    return Multiranges.ranges(ranges).stream().anyMatch(range -> Ranges.holds(range, value));
  }

  private static boolean contains(Object one, Object other) {
    List<RangeValue> around = Multiranges.ranges(one);
    return Multiranges.ranges(other).stream()
        .allMatch(inner -> around.stream().anyMatch(range -> Ranges.contains(range, inner)));
  }

  private static boolean overlaps(Object one, Object other) {
    List<RangeValue> others = Multiranges.ranges(other);
    return Multiranges.ranges(one).stream()
        .anyMatch(range -> others.stream().anyMatch(second -> Ranges.overlaps(range, second)));
  }
}
