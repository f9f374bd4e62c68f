package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression;
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

  /** Tables that it inherits from. */
  final List<RelationEntry> parents = new ArrayList<>();

  /** Tables that it is to be like, in more than its columns. */
  final List<TableLike> likes = new ArrayList<>();

  /** The schema of the table, if it is known. */
  final CreationSchema schema;

  TableDraft(String table, CreationSchema schema) {
    this.table = table;
    this.schema = schema;
  }

  /**
   * A sequence that comes with a column.
   *
   * @param identity {@code attidentity}; empty for one of a serial column
   */
  record SequenceDraft(String name, SequenceOptions.Values values, String identity) {}

  /**
   * What a column has of other tables.
   *
   * @param parents of how many it is inherited ({@code attinhcount})
   * @param local whether it is defined here ({@code attislocal})
   * @param generated {@code attgenerated}
   * @param value its default, or what generates it, over the columns here
   */
  record Origin(int parents, boolean local, String generated, Optional<Expression> value) {
    static final Origin HERE = new Origin(0, true, "", Optional.empty());

    /** Of a column that is like another one that is generated, or is not. */
    static Origin like(String generated) {
      return new Origin(0, true, generated, Optional.empty());
    }
  }

  /**
   * A column.
   *
   * @param dimensions {@code attndims}
   * @param generation what generates it
   * @param sequence what its values come from
   * @param origin where it comes from
   */
  record ColumnDraft(
      String name,
      int type,
      int typmod,
      int collation,
      int dimensions,
      boolean notNull,
      Optional<Expr> defaultValue,
      Optional<Expr> generation,
      Optional<SequenceDraft> sequence,
      Origin origin) {

    ColumnDraft asNotNull() {
      return new ColumnDraft(
          name,
          type,
          typmod,
          collation,
          dimensions,
          true,
          defaultValue,
          generation,
          sequence,
          origin);
    }

    ColumnDraft with(Origin other) {
      return new ColumnDraft(
          name,
          type,
          typmod,
          collation,
          dimensions,
          notNull,
          defaultValue,
          generation,
          sequence,
          other);
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
          sequence.map(SequenceDraft::identity).orElse(""),
          generation.isPresent() ? "s" : origin.generated(),
          false,
          Optional.empty());
    }
  }

  /** A column that is there already. */
  static ColumnDraft of(AttributeEntry column) {
    return new ColumnDraft(
        column.name(),
        column.type(),
        column.typmod(),
        column.collation(),
        0,
        column.notNull(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Origin.HERE);
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
