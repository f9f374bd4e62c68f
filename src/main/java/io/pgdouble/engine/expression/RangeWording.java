package io.pgdouble.engine.expression;

import java.util.List;
import java.util.Optional;

/**
 * What only the text of a query has of an entry of its range table.
 *
 * @param relation index of the entry
 * @param columns the names that its alias gives its columns
 * @param lateral whether it refers to what stands before it ({@code RangeTblEntry.lateral})
 * @param only whether ONLY stands before it
 */
public record RangeWording(
    int relation, Optional<String> alias, List<String> columns, boolean lateral, boolean only) {

  /** Nothing but the entry itself. */
  public static RangeWording plain(int relation) {
    return new RangeWording(relation, Optional.empty(), List.of(), false, false);
  }
}
