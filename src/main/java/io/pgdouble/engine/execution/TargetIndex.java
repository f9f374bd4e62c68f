package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.Deferral;
import java.util.Optional;

/**
 * An index of a table that is written to.
 *
 * @param attributes indexes of the columns in its key, from 0; −1 for an expression
 * @param key what it has of a row
 * @param types of the key's columns
 * @param columns the same as errors name it: {@code pg_get_indexdef_columns}
 * @param predicate which rows it has; empty for all
 * @param deferral of the constraint that is checked by it, if that can be deferred
 */
public record TargetIndex(
    int oid,
    String name,
    int[] attributes,
    Evaluator[] key,
    KeyOrder order,
    int[] types,
    String columns,
    Optional<Evaluator> predicate,
    Uniqueness uniqueness,
    Optional<Deferral> deferral) {

  /** Whether two rows may have one key, and when that is looked at. */
  public enum Uniqueness {
    NONE,
    /** At once, row by row. */
    IMMEDIATE,
    /** At the end of the statement, or later if the constraint is deferred. */
    DEFERRABLE
  }

  /** What stands for an expression among the names of its columns. */
  public static final String EXPRESSION = "?";

  /** Whether rows of other tables may refer to its key ({@code INDEX_ATTR_BITMAP_KEY}). */
  public boolean isKey() {
    return isUnique() && predicate.isEmpty() && isPlain();
  }

  /** Whether a row that has kept their values is in it as before ({@code HOT}). */
  boolean isOfColumns() {
    return predicate.isEmpty() && isPlain();
  }

  private boolean isPlain() {
    for (int attribute : attributes) {
      if (attribute < 0) {
        return false;
      }
    }
    return true;
  }

  /** The same, and a column of it is this one. */
  boolean isKeyOf(int column) {
    return isKey() && java.util.Arrays.stream(attributes).anyMatch(one -> one == column);
  }

  /** Whether two rows may not have one key. */
  public boolean isUnique() {
    return uniqueness != Uniqueness.NONE;
  }

  /** The key of a row; null where the index does not have the row. */
  RowKey keyOf(Object[] row, Frame frame) {
    frame.rows[0] = row;
    if (predicate.isPresent() && !Boolean.TRUE.equals(predicate.get().evaluate(frame))) {
      return null;
    }
    return new RowKey(Evaluator.all(key, frame), order, frame.context);
  }
}
