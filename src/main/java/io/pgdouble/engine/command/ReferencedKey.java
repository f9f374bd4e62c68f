package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * What a foreign key refers to ({@code tablecmds.c: transformFkeyCheckAttrs,
 * transformFkeyGetPrimaryKey}).
 *
 * @param index OID of the unique index
 */
record ReferencedKey(RelationEntry table, List<AttributeEntry> columns, long index) {

  static ReferencedKey of(SessionMemory memory, RelationEntry table, List<String> names) {
    List<FactRow> indexes =
        memory
            .changes()
            .current()
            .table("pg_index")
            .where("indrelid", Integer.toUnsignedString(table.oid()));
    return names.isEmpty() ? primary(table, indexes) : named(table, indexes, names);
  }

  private static ReferencedKey primary(RelationEntry table, List<FactRow> indexes) {
    for (FactRow row : indexes) {
      if (row.bool("indisprimary")) {
        checkImmediate(table, row.bool("indimmediate"));
        List<AttributeEntry> columns =
            keys(row).stream().map(number -> table.attributes().get(number - 1)).toList();
        return new ReferencedKey(table, columns, row.oid("indexrelid"));
      }
    }
    throw new ReportedError(
        SqlState.UNDEFINED_OBJECT,
        "there is no primary key for referenced table \"" + table.name() + "\"");
  }

  private static List<Integer> keys(FactRow row) {
    return Arrays.stream(row.oids("indkey"))
        .limit(row.integer("indnkeyatts"))
        .mapToObj(number -> (int) number)
        .toList();
  }

  private static ReferencedKey named(
      RelationEntry table, List<FactRow> indexes, List<String> names) {
    List<AttributeEntry> columns =
        names.stream().map(name -> ForeignKeyRows.column(table, name)).toList();
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new ReportedError(
          SqlState.INVALID_FOREIGN_KEY,
          "foreign key referenced-columns list must not contain duplicates");
    }
    List<Integer> numbers = new ArrayList<>();
    columns.forEach(column -> numbers.add(column.number()));
    boolean deferrable = false;
    for (FactRow row : indexes) {
      boolean fits =
          row.bool("indisunique")
              && row.isNull("indpred")
              && row.isNull("indexprs")
              && keys(row).size() == numbers.size()
              && new HashSet<>(keys(row)).equals(new HashSet<>(numbers));
      if (fits && row.bool("indimmediate")) {
        return new ReferencedKey(table, columns, row.oid("indexrelid"));
      }
      deferrable |= fits;
    }
    checkImmediate(table, !deferrable);
    throw new ReportedError(
        SqlState.INVALID_FOREIGN_KEY,
        "there is no unique constraint matching given keys for referenced table \""
            + table.name()
            + "\"");
  }

  private static void checkImmediate(RelationEntry table, boolean immediate) {
    if (!immediate) {
      throw new ReportedError(
          SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
          "cannot use a deferrable unique constraint for referenced table \""
              + table.name()
              + "\"");
    }
  }
}
