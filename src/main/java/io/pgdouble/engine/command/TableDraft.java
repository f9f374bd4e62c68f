package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a CREATE TABLE asks for, once types are known ({@code CreateStmtContext}). */
final class TableDraft {
  final String table;
  final List<ColumnDraft> columns = new ArrayList<>();

  /** PRIMARY KEY and UNIQUE, in the order in which they were written. */
  final List<Constraint> keys = new ArrayList<>();

  final List<Constraint> checks = new ArrayList<>();
  final List<Constraint> foreignKeys = new ArrayList<>();

  TableDraft(String table) {
    this.table = table;
  }

  /**
   * A column.
   *
   * @param dimensions {@code attndims}
   * @param generation what generates it
   */
  record ColumnDraft(
      String name,
      int type,
      int typmod,
      int collation,
      int dimensions,
      boolean notNull,
      Optional<Expr> defaultValue,
      Optional<Expr> generation) {

    ColumnDraft asNotNull() {
      return new ColumnDraft(
          name, type, typmod, collation, dimensions, true, defaultValue, generation);
    }

    AttributeEntry attribute(int number) {
      return new AttributeEntry(
          number,
          name,
          type,
          typmod,
          collation,
          notNull,
          false,
          "",
          generation.isPresent() ? "s" : "",
          false,
          Optional.empty());
    }
  }

  /** The index of a column, −1 where there is none. */
  int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }
}
