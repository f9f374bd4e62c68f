package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes rows of the catalogs ({@code indexing.c: CatalogTupleInsert} and its like). */
record CatalogRows(CatalogWriter writer) {
  private static final String DEPEND = "pg_depend";

  Facts facts() {
    return writer.current();
  }

  long newOid() {
    return writer.newOid();
  }

  /** The OIDs of a type and of arrays of it. */
  record TypeOids(long array, long element) {
    static final TypeOids NONE = new TypeOids(0, 0);
  }

  /**
   * Those of a new type: PostgreSQL takes that of the arrays first ({@code AssignTypeArrayOid}).
   */
  TypeOids newTypeOids() {
    long array = newOid();
    return new TypeOids(array, newOid());
  }

  /** A row whose first column is its OID. */
  void insert(String table, long oid, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("oid", Long.toString(oid));
    insertAt(table, Long.toString(oid), all);
  }

  /**
   * A row.
   *
   * @param key its first columns
   */
  void insertAt(String table, String key, Map<String, String> values) {
    writer.update(new CatalogUpdate.Inserted(table, key, values));
  }

  void change(String table, String key, String column, Optional<String> value) {
    writer.update(new CatalogUpdate.Changed(table, key, column, value));
  }

  void change(String table, long oid, String column, String value) {
    change(table, Long.toString(oid), column, Optional.of(value));
  }

  void delete(String table, String key) {
    writer.update(new CatalogUpdate.Deleted(table, key));
  }

  /** Deletes every row that has a value in a column. */
  void deleteWhere(String table, String column, String value) {
    for (FactRow row : facts().table(table).where(column, value)) {
      delete(table, key(row));
    }
  }

  /** The whole row as it is written, which no other row is. */
  static String key(FactRow row) {
    StringBuilder key = new StringBuilder();
    for (String column : row.columns()) {
      key.append(key.isEmpty() ? "" : "\t").append(FactTable.written(row.find(column)));
    }
    return key.toString();
  }

  /** {@code pg_depend.c: recordDependencyOn}. */
  void depend(ObjectAddress object, ObjectAddress on, char type) {
    if (on.isPinned()) {
      return;
    }
    Map<String, String> row = new HashMap<>();
    row.put("classid", Long.toString(object.catalog()));
    row.put("objid", Long.toString(object.oid()));
    row.put("objsubid", Integer.toString(object.sub()));
    row.put("refclassid", Long.toString(on.catalog()));
    row.put("refobjid", Long.toString(on.oid()));
    row.put("refobjsubid", Integer.toString(on.sub()));
    row.put("deptype", Character.toString(type));
    String key =
        object.catalog()
            + "\t"
            + object.oid()
            + "\t"
            + object.sub()
            + "\t"
            + on.catalog()
            + "\t"
            + on.oid()
            + "\t"
            + on.sub()
            + "\t"
            + type;
    insertAt(DEPEND, key, row);
  }

  /** {@code changeDependencyFor}: an object moves to another schema. */
  void dependOnOtherSchema(ObjectAddress object, long before, long schema) {
    for (FactRow row : dependenciesOf(object)) {
      if (row.oid("refclassid") == ObjectAddress.NAMESPACE && row.oid("refobjid") == before) {
        delete(DEPEND, key(row));
      }
    }
    depend(object, ObjectAddress.schema(schema), 'n');
  }

  /** The rows that say what an object depends on. */
  java.util.List<FactRow> dependenciesOf(ObjectAddress object) {
    return facts().table(DEPEND).where("objid", Long.toString(object.oid())).stream()
        .filter(row -> row.oid("classid") == object.catalog())
        .toList();
  }

  /** The rows that say what depends on an object. */
  java.util.List<FactRow> dependentsOf(ObjectAddress object) {
    return facts().table(DEPEND).where("refobjid", Long.toString(object.oid())).stream()
        .filter(row -> row.oid("refclassid") == object.catalog())
        .toList();
  }
}
