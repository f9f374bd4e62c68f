package io.pgdouble.engine.expression;

import java.util.List;

/**
 * What only the text of a query has, and what let it be written so: it changes nothing of what the
 * query does.
 *
 * @param ranges entries of the range table that were written with more than their names
 * @param grouping what GROUP BY said, where it said more than a list of expressions
 * @param groupDistinct GROUP BY DISTINCT
 * @param recursive WITH RECURSIVE
 * @param groupedKeys constraints without which columns beside GROUP BY would be errors
 */
public record QueryWording(
    List<RangeWording> ranges,
    List<GroupingItem> grouping,
    boolean groupDistinct,
    boolean recursive,
    List<Integer> groupedKeys) {
  public static final QueryWording NONE =
      new QueryWording(List.of(), List.of(), false, false, List.of());

  /** The wording of an entry of the range table. */
  public RangeWording of(int relation) {
    return ranges.stream()
        .filter(one -> one.relation() == relation)
        .findFirst()
        .orElseGet(() -> RangeWording.plain(relation));
  }
}
