package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.RowVersion;
import java.util.Arrays;
import java.util.Optional;

/**
 * A table whose rows are rows of another, too, since it inherits from that. There a row has the
 * columns of the ancestor, and behind them this, and its version.
 *
 * @param columns for each column of the ancestor its index here, −1 where it was dropped
 * @param table what must hold of its rows
 */
public record TableMember(RelationEntry relation, int[] columns, TargetTable.Source table) {
  private static final int NOWHERE = -1;
  private static final int BEHIND_COLUMNS = 2;

  /** One with columns as its ancestor has them, by their names. */
  public static TableMember of(
      RelationEntry relation, RelationEntry ancestor, TargetTable.Source table) {
    int[] columns =
        ancestor.attributes().stream()
            .mapToInt(column -> column.dropped() ? NOWHERE : index(relation, column.name()))
            .toArray();
    return new TableMember(relation, columns, table);
  }

  private static int index(RelationEntry relation, String name) {
    return relation.columns().stream()
            .filter(one -> one.name().equals(name))
            .mapToInt(AttributeEntry::number)
            .findFirst()
            .orElseThrow()
        - 1;
  }

  /** Whether every column stands where the ancestor has it. */
  public boolean hasSamePlaces() {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] != i && columns[i] != NOWHERE) {
        return false;
      }
    }
    return true;
  }

  /** Where columns of the ancestor are here. */
  int[] places(int[] attributes) {
    return Arrays.stream(attributes).map(one -> columns[one]).toArray();
  }

  /** A row of this table as one of its ancestor. */
  Object[] standing(RowVersion version) {
    Object[] own = version.values();
    Object[] row = new Object[columns.length + BEHIND_COLUMNS];
    for (int i = 0; i < columns.length; i++) {
      row[i] = columns[i] == NOWHERE ? null : own[columns[i]];
    }
    row[columns.length] = this;
    row[columns.length + 1] = version;
    return row;
  }

  /** The member that a row is from. */
  static Optional<TableMember> of(Object[] row) {
    return row.length >= BEHIND_COLUMNS && row[row.length - BEHIND_COLUMNS] instanceof TableMember
        ? Optional.of((TableMember) row[row.length - BEHIND_COLUMNS])
        : Optional.empty();
  }

  /** Another version of a row, where that stands. */
  static Object[] instead(Object[] row, RowVersion version) {
    return of(row).map(member -> member.standing(version)).orElseGet(version::values);
  }
}
