package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of {@code pg_constraint} of a table ({@code pg_constraint.c: CreateConstraintEntry}). */
record ConstraintRows(SessionMemory memory, RelationEntry table) {
  private static final String TABLE = "pg_constraint";

  static List<FactRow> of(SessionMemory memory, RelationEntry table) {
    return memory
        .changes()
        .current()
        .table(TABLE)
        .where("conrelid", Integer.toUnsignedString(table.oid()));
  }

  static void requireNew(SessionMemory memory, RelationEntry table, String name) {
    if (of(memory, table).stream().anyMatch(row -> row.text("conname").equals(name))) {
      throw new ReportedError(
          SqlState.DUPLICATE_OBJECT,
          "constraint \"" + name + "\" for relation \"" + table.name() + "\" already exists");
    }
  }

  /** A row that says no more than its kind. */
  Map<String, String> row(String name, char kind) {
    Map<String, String> row = new HashMap<>();
    row.put("conname", name);
    row.put("connamespace", Long.toString(new Schemas(memory).require(table.schema())));
    row.put("contype", Character.toString(kind));
    row.put("condeferrable", "f");
    row.put("condeferred", "f");
    row.put("convalidated", "t");
    row.put("conrelid", Integer.toUnsignedString(table.oid()));
    for (String zero : List.of("contypid", "conindid", "conparentid", "confrelid")) {
      row.put(zero, "0");
    }
    for (String blank : List.of("confupdtype", "confdeltype", "confmatchtype")) {
      row.put(blank, " ");
    }
    row.put("conislocal", "t");
    row.put("coninhcount", "0");
    row.put("connoinherit", "t");
    return row;
  }

  /** Writes a row of a constraint over some columns of the table. */
  ObjectAddress insert(Map<String, String> row, List<Integer> columns) {
    CatalogRows rows = new CatalogRows(memory.changes());
    long oid = rows.newOid();
    rows.insert(TABLE, oid, row);
    ObjectAddress address = ObjectAddress.constraint(oid);
    long relation = Integer.toUnsignedLong(table.oid());
    for (int column : columns) {
      rows.depend(address, ObjectAddress.column(relation, Math.max(column, 0)), 'a');
    }
    if (columns.isEmpty()) {
      rows.depend(address, ObjectAddress.relation(relation), 'a');
    }
    return address;
  }
}
