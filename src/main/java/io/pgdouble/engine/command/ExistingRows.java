package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.settings.IdentifierList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    if (!row.isNull("indpred") || !row.isNull("indexprs")) {
      throw ErrorReport.notSimulated("unique indexes of this kind on tables that have rows")
          .toException();
    }
    List<AttributeEntry> columns =
        Arrays.stream(row.oids("indkey"))
            .limit(row.integer("indnkeyatts"))
            .mapToObj(number -> table.attributes().get((int) number - 1))
            .toList();
    String list =
        columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    String nulls =
        row.bool("indnullsnotdistinct")
            ? ""
            : columns.stream()
                .map(column -> quoted(column.name()) + " IS NOT NULL")
                .collect(Collectors.joining(" AND ", " WHERE ", ""));
    new InternalQuery(memory)
        .first(
            "SELECT "
                + list
                + " FROM ONLY "
                + name(table)
                + nulls
                + " GROUP BY "
                + list
                + " HAVING pg_catalog.count(*) > 1 ORDER BY "
                + list
                + " LIMIT 1")
        .ifPresent(key -> refuse(table, index, new Key(columns, key)));
  }

  private record Key(List<AttributeEntry> columns, List<Optional<String>> values) {}

  private void refuse(RelationEntry table, long index, Key key) {
    String name =
        memory.changes().current().table("pg_class").byOid(index).orElseThrow().text("relname");
    String columns =
        key.columns().stream()
            .map(one -> IdentifierList.quoted(one.name(), memory.changes().current()))
            .collect(Collectors.joining(", "));
    String values =
        key.values().stream().map(one -> one.orElse("null")).collect(Collectors.joining(", "));
    throw ErrorReport.error(
            SqlState.UNIQUE_VIOLATION, "could not create unique index \"" + name + "\"")
        .withDetail("Key (" + columns + ")=(" + values + ") is duplicated.")
        .with(ErrorField.SCHEMA, table.schema())
        .with(ErrorField.TABLE, table.name())
        .with(ErrorField.CONSTRAINT, name)
        .toException();
  }
}
