package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a new relation ({@code heap.c: heap_create_with_catalog}). */
record RelationRows(CatalogRows rows) {
  private static final long HEAP = 2;
  private static final int VARIABLE = -1;

  /**
   * A relation to come.
   *
   * @param kind {@code relkind}
   * @param accessMethod OID, 0 none
   * @param options {@code reloptions} as an array's text
   */
  record Draft(
      long oid,
      String name,
      CreationSchema schema,
      char kind,
      long owner,
      CatalogRows.TypeOids types,
      long accessMethod,
      Optional<String> options) {

    /** {@code reltype}; 0 none. */
    long rowType() {
      return types.element();
    }

    boolean hasStorage() {
      return "rmiSt".indexOf(kind) >= 0;
    }
  }

  private void addPrivileges(Draft draft, Map<String, String> row) {
    if ("rvmfpS".indexOf(draft.kind()) >= 0) {
      Securable kind = draft.kind() == 'S' ? Securable.SEQUENCE : Securable.TABLE;
      DefaultAccess.addTo(
          row, rows.facts(), new DefaultAccess.Place(draft.owner(), draft.schema().oid(), kind));
    }
  }

  void insert(Draft draft, int columns) {
    Map<String, String> row = new HashMap<>();
    row.put("relname", draft.name());
    row.put("relnamespace", Long.toString(draft.schema().oid()));
    row.put("reltype", Long.toString(draft.rowType()));
    row.put("relowner", Long.toString(draft.owner()));
    row.put("relam", Long.toString(draft.accessMethod()));
    row.put("relfilenode", draft.hasStorage() ? Long.toString(draft.oid()) : "0");
    // A btree has its first page at once.
    row.put("relpages", draft.kind() == 'i' ? "1" : "0");
    row.put("reltuples", draft.kind() == 'i' || !draft.hasStorage() ? "0" : "-1");
    row.put("relallvisible", "0");
    row.put("relpersistence", Character.toString(draft.schema().persistence()));
    row.put("relkind", Character.toString(draft.kind()));
    row.put("relnatts", Integer.toString(columns));
    row.put("relreplident", "rm".indexOf(draft.kind()) >= 0 ? "d" : "n");
    row.put("relispopulated", "t");
    for (String zero :
        List.of("reloftype", "reltoastrelid", "reltablespace", "relrewrite", "relchecks")) {
      row.put(zero, "0");
    }
    for (String flag :
        List.of(
            "relhasindex",
            "relisshared",
            "relhasrules",
            "relhastriggers",
            "relhassubclass",
            "relrowsecurity",
            "relforcerowsecurity",
            "relispartition")) {
      row.put(flag, "f");
    }
    draft.options().ifPresent(options -> row.put("reloptions", options));
    addPrivileges(draft, row);
    rows.insert("pg_class", draft.oid(), row);
  }

  /** {@code AddNewAttributeTuples}. */
  void insertColumn(long relation, AttributeEntry column, int dimensions) {
    FactRow type = type(Integer.toUnsignedLong(column.type()));
    Map<String, String> row = attribute(relation, column.name(), column.number(), type);
    row.put("atttypmod", Integer.toString(column.typmod()));
    row.put("attndims", Integer.toString(dimensions));
    row.put("attnotnull", column.notNull() ? "t" : "f");
    row.put("attcollation", Integer.toUnsignedString(column.collation()));
    row.put("attidentity", column.identity());
    row.put("attgenerated", column.generated());
    rows.insertAt("pg_attribute", relation + "\t" + column.number(), row);
    ObjectAddress address = ObjectAddress.column(relation, column.number());
    rows.depend(address, ObjectAddress.type(Integer.toUnsignedLong(column.type())), 'n');
    if (column.collation() != 0) {
      long collation = Integer.toUnsignedLong(column.collation());
      rows.depend(address, new ObjectAddress(ObjectAddress.COLLATION, collation, 0), 'n');
    }
  }

  void insertSystemColumns(long relation) {
    for (SystemAttribute column : SystemAttribute.values()) {
      FactRow type = type(column.type());
      Map<String, String> row = attribute(relation, column.word(), column.number(), type);
      row.put("attnotnull", "t");
      row.put("attstattarget", unset("0"));
      rows.insertAt("pg_attribute", relation + "\t" + column.number(), row);
    }
  }

  FactRow type(long oid) {
    return rows.facts().table("pg_type").byOid(oid).orElseThrow();
  }

  /** The target for statistics of a column that has none of its own. */
  private String unset(String before) {
    int major = rows.facts().major();
    return MajorChange.STATISTICS_TARGETS_MAY_BE_NULL.isIn(major) ? null : before;
  }

  private Map<String, String> attribute(long relation, String name, int number, FactRow type) {
    Map<String, String> row = new HashMap<>();
    row.put("attrelid", Long.toString(relation));
    row.put("attname", name);
    row.put("attnum", Integer.toString(number));
    row.put("atttypid", type.text("oid"));
    row.put("attlen", type.text("typlen"));
    row.put("attbyval", type.text("typbyval"));
    row.put("attalign", type.text("typalign"));
    row.put("attstorage", type.text("typstorage"));
    row.put("attcompression", "");
    row.put("attcacheoff", Integer.toString(VARIABLE));
    row.put("attstattarget", unset("-1"));
    row.put("atttypmod", "-1");
    row.put("attndims", "0");
    row.put("attcollation", "0");
    row.put("attidentity", "");
    row.put("attgenerated", "");
    row.put("attinhcount", "0");
    row.put("attislocal", "t");
    for (String flag : List.of("attnotnull", "atthasdef", "atthasmissing", "attisdropped")) {
      row.put(flag, "f");
    }
    return row;
  }

  /** The access method of tables. */
  static long heap() {
    return HEAP;
  }
}
