package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables that a new one inherits from ({@code INHERITS}). */
record ParentTables(SessionMemory memory) {

  /** Those that are named, in their order. */
  List<RelationEntry> find(List<RangeVar> named, char persistence) {
    List<RelationEntry> parents = new ArrayList<>();
    RelationLookup lookup = new RelationLookup(memory);
    for (RangeVar one : named) {
      RelationEntry parent =
          new TableLocks(memory)
              .require(() -> lookup.require(one), LockMode.SHARE_UPDATE_EXCLUSIVE);
      if (parents.stream().anyMatch(other -> other.oid() == parent.oid())) {
        throw twice(parent);
      }
      parents.add(parent);
    }
    parents.forEach(parent -> check(parent, persistence));
    return parents;
  }

  static ReportedError twice(RelationEntry parent) {
    return new ReportedError(
        SqlState.DUPLICATE_TABLE,
        "relation \"" + parent.name() + "\" would be inherited from more than once");
  }

  private void check(RelationEntry parent, char persistence) {
    if (parent.kind() != 'r') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE,
          "inherited relation \"" + parent.name() + "\" is not a table or foreign table");
    }
    if (persistence != 't' && parent.persistence() == 't') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE,
          "cannot inherit from temporary relation \"" + parent.name() + "\"");
    }
    if (ObjectAddress.relation(Integer.toUnsignedLong(parent.oid())).isPinned()) {
      throw ErrorReport.notSimulated("tables that inherit from system catalogs").toException();
    }
    new ObjectRights(memory).checkOwner(ObjectRights.TABLE, Integer.toUnsignedLong(parent.oid()));
  }

  /** {@code StoreCatalogInheritance}. */
  void store(long table, List<RelationEntry> parents) {
    for (int i = 0; i < parents.size(); i++) {
      store(table, parents.get(i), i + 1);
    }
  }

  /** A table inherits from one more. */
  void store(long table, RelationEntry parent, int number) {
    CatalogRows rows = new CatalogRows(memory.changes());
    long oid = Integer.toUnsignedLong(parent.oid());
    Map<String, String> row = new HashMap<>();
    row.put("inhrelid", Long.toString(table));
    row.put("inhparent", Long.toString(oid));
    row.put("inhseqno", Integer.toString(number));
    row.put("inhdetachpending", "f");
    rows.insertAt("pg_inherits", table + "\t" + oid + "\t" + number, row);
    rows.depend(ObjectAddress.relation(table), ObjectAddress.relation(oid), 'n');
    rows.change("pg_class", oid, "relhassubclass", "t");
  }
}
