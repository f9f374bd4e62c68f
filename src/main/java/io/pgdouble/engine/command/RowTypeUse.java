package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.type.TypeName;
import java.util.Optional;

/** Where the row type of a table is the type of columns, and where it must not be. */
record RowTypeUse(SessionMemory memory, RelationEntry table) {

  /**
   * That no stored row has a row of this table in it ({@code find_composite_type_dependencies}).
   */
  void requireUnused() {
    requireUnused(Integer.toUnsignedLong(table.rowType()));
  }

  private void requireUnused(long type) {
    CatalogRows rows = new CatalogRows(memory.changes());
    for (FactRow row : rows.dependentsOf(ObjectAddress.type(type))) {
      long user = row.oid("objid");
      if (row.oid("classid") == ObjectAddress.TYPE) {
        requireUnused(user);
      } else if (row.oid("classid") == ObjectAddress.RELATION && row.integer("objsubid") > 0) {
        requireUnstored(memory.catalog().relation((int) user), row.integer("objsubid"));
      }
    }
  }

  private void requireUnstored(Optional<RelationEntry> user, int column) {
    if (user.isEmpty()) {
      return;
    }
    if (user.get().kind() != 'r') {
      requireUnused(Integer.toUnsignedLong(user.get().rowType()));
      return;
    }
    throw new ReportedError(
        SqlState.FEATURE_NOT_SUPPORTED,
        "cannot alter table \""
            + table.name()
            + "\" because column \""
            + user.get().name()
            + "."
            + user.get().attributes().get(column - 1).name()
            + "\" uses its row type");
  }

  /** That a column of a type does not have the table's row in it ({@code CheckAttributeType}). */
  void requireNoMember(int type) {
    if (type == table.rowType()) {
      throw new ReportedError(
          SqlState.INVALID_TABLE_DEFINITION,
          "composite type " + TypeName.format(type) + " cannot be made a member of itself");
    }
    TypeEntry entry = memory.catalog().type(type);
    if (entry.isTrueArray()) {
      requireNoMember(entry.element());
    } else if (entry.kind() == 'd') {
      requireNoMember(entry.base());
    } else if (entry.kind() == 'c') {
      memory.catalog().relationOfRowType(type).orElseThrow().columns().stream()
          .map(AttributeEntry::type)
          .forEach(this::requireNoMember);
    }
  }
}
