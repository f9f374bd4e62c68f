package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.definition.TableEntry;
import io.pgdouble.engine.function.ObjectDefinitions;
import io.pgdouble.engine.function.ObjectDefinitions.Style;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether the rows of a table allow a change of its definition. */
record ExistingRows(SessionMemory memory) {

  /** {@code "schema"."table"}. */
  static String name(RelationEntry table) {
    return quoted(table.schema()) + "." + quoted(table.name());
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  boolean isEmpty(RelationEntry table) {
    return new InternalQuery(memory)
        .first("SELECT 1 FROM ONLY " + name(table) + " LIMIT 1")
        .isEmpty();
  }

  /** {@code nbtsort.c, tuplesort.c: comparetup_index_btree}. */
  void checkUnique(RelationEntry table, long index) {
    if (isEmpty(table)) {
      return;
    }
    FactRow row = memory.changes().current().table("pg_index").byOid(index).orElseThrow();
    ObjectDefinitions texts = memory.execution().definitions();
    int columns = row.integer("indnkeyatts");
    List<String> keys = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      keys.add(texts.index(index, i, Style.PLAIN).orElseThrow() + " AS k" + i);
      shown.add(texts.index(index, i, Style.PRETTY).orElseThrow());
    }
    String where =
        row.find("indpred")
            .map(tree -> texts.expression(tree, row.oid("indrelid"), Style.PLAIN).orElseThrow())
            .map(text -> " WHERE " + text)
            .orElse("");
    new InternalQuery(memory)
        .first(
            duplicates(
                "(SELECT "
                    + String.join(", ", keys)
                    + " FROM ONLY "
                    + name(table)
                    + where
                    + ") AS i",
                row))
        .ifPresent(key -> refuse(table, index, new Key(String.join(", ", shown), key)));
  }

  /** The first of the keys that stand several times in a list. */
  private static String duplicates(String list, FactRow index) {
    List<String> keys =
        IntStream.rangeClosed(1, index.integer("indnkeyatts")).mapToObj(i -> "k" + i).toList();
    String all = String.join(", ", keys);
    String nulls =
        index.isSaid("indnullsnotdistinct")
            ? ""
            : keys.stream()
                .map(key -> key + " IS NOT NULL")
                .collect(Collectors.joining(" AND ", " WHERE ", ""));
    return "SELECT "
        + all
        + " FROM "
        + list
        + nulls
        + " GROUP BY "
        + all
        + " HAVING pg_catalog.count(*) > 1 ORDER BY "
        + all
        + " LIMIT 1";
  }

  /** {@code ATRewriteTable}: a column that must not be null from now on. */
  void checkNotNull(RelationEntry table, AttributeEntry column) {
    boolean violated =
        new InternalQuery(memory)
            .first(
                "SELECT 1 FROM ONLY "
                    + name(table)
                    + " WHERE "
                    + quoted(column.name())
                    + " IS NULL LIMIT 1")
            .isPresent();
    if (violated) {
      throw ErrorReport.error(
              SqlState.NOT_NULL_VIOLATION,
              "column \""
                  + column.name()
                  + "\" of relation \""
                  + table.name()
                  + "\" contains null values")
          .with(ErrorField.SCHEMA, table.schema())
          .with(ErrorField.TABLE, table.name())
          .with(ErrorField.COLUMN, column.name())
          .toException();
    }
  }

  /** Every CHECK constraint of a table must hold of its rows. */
  void checkConditions(RelationEntry table) {
    TableEntry definition = TableDefinitions.of(memory.catalog(), table);
    for (TableEntry.CheckEntry check : definition.checks()) {
      if (new InternalQuery(memory).violates(table, check.expression())) {
        throw ErrorReport.error(
                SqlState.CHECK_VIOLATION,
                "check constraint \""
                    + check.name()
                    + "\" of relation \""
                    + table.name()
                    + "\" is violated by some row")
            .with(ErrorField.SCHEMA, table.schema())
            .with(ErrorField.TABLE, table.name())
            .with(ErrorField.CONSTRAINT, check.name())
            .toException();
      }
    }
  }

  /** {@code ri_triggers.c: RI_Initial_Check}. */
  void checkForeignKey(RelationEntry table, FactRow key) {
    RelationEntry referenced = memory.catalog().relation((int) key.oid("confrelid")).orElseThrow();
    List<String> own = names(table, key.oids("conkey"));
    List<String> others = names(referenced, key.oids("confkey"));
    StringBuilder on = new StringBuilder();
    StringBuilder given = new StringBuilder();
    String any = key.letter("confmatchtype") == 'f' ? " OR " : " AND ";
    for (int i = 0; i < own.size(); i++) {
      on.append(i == 0 ? "" : " AND ");
      on.append("pk.").append(quoted(others.get(i)));
      on.append(" = fk.").append(quoted(own.get(i)));
      given.append(i == 0 ? "" : any).append("fk.").append(quoted(own.get(i)));
      given.append(" IS NOT NULL");
    }
    String columns = own.stream().map(one -> "fk." + quoted(one)).collect(Collectors.joining(", "));
    new InternalQuery(memory)
        .first(
            "SELECT "
                + columns
                + " FROM ONLY "
                + name(table)
                + " fk LEFT OUTER JOIN ONLY "
                + name(referenced)
                + " pk ON ("
                + on
                + ") WHERE pk."
                + quoted(others.get(0))
                + " IS NULL AND ("
                + given
                + ") LIMIT 1")
        .ifPresent(values -> refuseForeignKey(table, key, values));
  }

  private static List<String> names(RelationEntry table, long[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> table.attributes().get((int) number - 1).name())
        .toList();
  }

  private void refuseForeignKey(RelationEntry table, FactRow key, List<Optional<String>> values) {
    RelationEntry referenced = memory.catalog().relation((int) key.oid("confrelid")).orElseThrow();
    String name = key.text("conname");
    String columns = String.join(", ", names(table, key.oids("conkey")));
    String shown = values.stream().map(one -> one.orElse("null")).collect(Collectors.joining(", "));
    throw ErrorReport.error(
            SqlState.FOREIGN_KEY_VIOLATION,
            "insert or update on table \""
                + table.name()
                + "\" violates foreign key constraint \""
                + name
                + "\"")
        .withDetail(
            "Key ("
                + columns
                + ")=("
                + shown
                + ") is not present in table \""
                + referenced.name()
                + "\".")
        .with(ErrorField.SCHEMA, table.schema())
        .with(ErrorField.TABLE, table.name())
        .with(ErrorField.CONSTRAINT, name)
        .toException();
  }

  /** A key, and what its columns are. */
  private record Key(String columns, List<Optional<String>> values) {}

  private void refuse(RelationEntry table, long index, Key key) {
    String name =
        memory.changes().current().table("pg_class").byOid(index).orElseThrow().text("relname");
    String values =
        key.values().stream().map(one -> one.orElse("null")).collect(Collectors.joining(", "));
    throw ErrorReport.error(
            SqlState.UNIQUE_VIOLATION, "could not create unique index \"" + name + "\"")
        .withDetail("Key (" + key.columns() + ")=(" + values + ") is duplicated.")
        .with(ErrorField.SCHEMA, table.schema())
        .with(ErrorField.TABLE, table.name())
        .with(ErrorField.CONSTRAINT, name)
        .toException();
  }
}
