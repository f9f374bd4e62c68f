package io.pgdouble.engine.expression;

import java.util.List;

/**
 * An item of GROUP BY as it was written ({@code GroupingSet}).
 *
 * @param references of a simple set, the targets' references
 * @param content of the others
 */
public record GroupingItem(Kind kind, List<Integer> references, List<GroupingItem> content) {
  /** {@code GroupingSetKind}. */
  public enum Kind {
    EMPTY,
    SIMPLE,
    ROLLUP,
    CUBE,
    SETS
  }
}
