package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.facts.FactRow;
import java.util.Optional;

/** How a column came to a table ({@code attinhcount, attislocal}). */
record InheritedColumn(AlterTableActions actions, AttributeEntry column) {
  private static final String TABLE = "pg_attribute";

  private FactRow row() {
    return rows()
        .facts()
        .table(TABLE)
        .where("attrelid", Integer.toUnsignedString(actions.tableOid()))
        .stream()
        .filter(row -> row.integer("attnum") == column.number())
        .findFirst()
        .orElseThrow();
  }

  private CatalogRows rows() {
    return new CatalogRows(actions.memory().changes());
  }

  /** Of how many tables it is inherited. */
  int parents() {
    return row().integer("attinhcount");
  }

  boolean isLocal() {
    return row().bool("attislocal");
  }

  /** One more table has it. */
  void join() {
    change("attinhcount", Integer.toString(parents() + 1));
  }

  /** One table less has it. */
  void leave() {
    change("attinhcount", Integer.toString(parents() - 1));
  }

  void becomeLocal() {
    change("attislocal", "t");
  }

  void becomeForeign() {
    change("attislocal", "f");
  }

  private void change(String what, String value) {
    String key = Integer.toUnsignedString(actions.tableOid()) + "\t" + column.number();
    rows().change(TABLE, key, what, Optional.of(value));
  }
}
