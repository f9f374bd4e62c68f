package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.Deferral;
import java.util.Optional;

/**
 * A foreign key, as both its tables know it. Columns are indexes, from 0.
 *
 * @param index OID of the referenced table's index
 * @param equalities compare a referenced with a referencing column
 * @param casts from a referencing column's value to the referenced column's type, of their frame's
 *     {@code caseTest}
 * @param firing when it is looked at at all
 * @param setColumns what SET NULL and SET DEFAULT set when a row is deleted
 */
public record ForeignKey(
    String name,
    Side referencing,
    Side referenced,
    int index,
    Call[] equalities,
    Evaluator[] casts,
    Match match,
    Action onUpdate,
    Action onDelete,
    int[] setColumns,
    Optional<Deferral> deferral,
    Firing firing) {

  /** One of its tables. */
  public record Side(TargetTable.Source table, int[] columns) {}

  /**
   * {@code tgenabled} of the triggers by which it is kept.
   *
   * @param inserted upon a row that refers to another
   * @param updated upon one that now refers to another
   * @param deleted upon a row that others may refer to
   * @param changed upon one that gets another key
   */
  public record Firing(char inserted, char updated, char deleted, char changed) {}

  /** {@code confmatchtype}. */
  public enum Match {
    SIMPLE,
    FULL
  }

  /** {@code confupdtype}, {@code confdeltype}. */
  public enum Action {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT
  }

  /** Whether it was dropped while it had still to look. */
  boolean isDropped(Frame frame) {
    return deferral.isPresent()
        && !frame.context.routines().isThere("pg_constraint", deferral.get().constraint());
  }

  static Object[] values(int[] columns, Object[] row) {
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = row[columns[i]];
    }
    return values;
  }

  /** Whether a row of the referenced table is what a key refers to. */
  boolean matches(Object[] referencedKey, Object[] referencingKey, Frame frame) {
    for (int i = 0; i < equalities.length; i++) {
      Object equal = equalities[i].call(frame.context, referencedKey[i], referencingKey[i]);
      if (!Boolean.TRUE.equals(equal)) {
        return false;
      }
    }
    return true;
  }
}
