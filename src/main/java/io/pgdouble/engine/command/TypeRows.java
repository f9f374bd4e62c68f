package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.facts.FactRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of new types ({@code pg_type.c: TypeCreate}). */
record TypeRows(CatalogRows rows) {
  /** What a domain has from the type beneath it. */
  private static final List<String> AS_BENEATH =
      List.of(
          "typlen",
          "typbyval",
          "typcategory",
          "typdelim",
          "typoutput",
          "typsend",
          "typalign",
          "typstorage");

  /** What all types have that say nothing else. */
  private static Map<String, String> row(String name, CreationSchema schema, long owner) {
    Map<String, String> row = new HashMap<>();
    row.put("typname", name);
    row.put("typnamespace", Long.toString(schema.oid()));
    row.put("typowner", Long.toString(owner));
    row.put("typlen", "-1");
    row.put("typbyval", "f");
    row.put("typispreferred", "f");
    row.put("typisdefined", "t");
    row.put("typdelim", ",");
    row.put("typrelid", "0");
    row.put("typsubscript", "-");
    row.put("typelem", "0");
    row.put("typarray", "0");
    row.put("typmodin", "-");
    row.put("typmodout", "-");
    row.put("typanalyze", "-");
    row.put("typalign", "i");
    row.put("typstorage", "x");
    row.put("typnotnull", "f");
    row.put("typbasetype", "0");
    row.put("typtypmod", "-1");
    row.put("typndims", "0");
    row.put("typcollation", "0");
    return row;
  }

  private void addPrivileges(Map<String, String> row, long owner, CreationSchema schema) {
    DefaultAccess.addTo(
        row, rows.facts(), new DefaultAccess.Place(owner, schema.oid(), Securable.TYPE));
  }

  private static void functions(Map<String, String> row, String prefix) {
    row.put("typinput", prefix + "_in");
    row.put("typoutput", prefix + "_out");
    row.put("typreceive", prefix + "_recv");
    row.put("typsend", prefix + "_send");
  }

  /** The type of the rows of a relation, and that of arrays of it. */
  void insertRowType(RelationRows.Draft relation) {
    long array = relation.types().array();
    Map<String, String> row = row(relation.name(), relation.schema(), relation.owner());
    functions(row, "record");
    row.put("typtype", "c");
    row.put("typcategory", "C");
    row.put("typrelid", Long.toString(relation.oid()));
    row.put("typarray", Long.toString(array));
    row.put("typalign", "d");
    if (relation.kind() == 'c') {
      addPrivileges(row, relation.owner(), relation.schema());
    }
    rows.insert("pg_type", relation.rowType(), row);
    boolean free = relation.kind() == 'c';
    ObjectAddress type = ObjectAddress.type(relation.rowType());
    ObjectAddress table = ObjectAddress.relation(relation.oid());
    rows.depend(free ? table : type, free ? type : table, 'i');
    if (free) {
      rows.depend(type, ObjectAddress.schema(relation.schema().oid()), 'n');
    }
    insertArray(
        new Element(relation.types(), relation.name(), relation.schema(), relation.owner()), "d");
  }

  /** A type that arrays can be made of. */
  record Element(CatalogRows.TypeOids oids, String name, CreationSchema schema, long owner) {
    long oid() {
      return oids.element();
    }
  }

  /** {@code typecmds.c: DefineEnum}. */
  void insertEnum(Element type) {
    Map<String, String> row = row(type.name(), type.schema(), type.owner());
    functions(row, "enum");
    row.put("typlen", "4");
    row.put("typbyval", "t");
    row.put("typtype", "e");
    row.put("typcategory", "E");
    row.put("typarray", Long.toString(type.oids().array()));
    row.put("typstorage", "p");
    addPrivileges(row, type.owner(), type.schema());
    rows.insert("pg_type", type.oid(), row);
    rows.depend(ObjectAddress.type(type.oid()), ObjectAddress.schema(type.schema().oid()), 'n');
    insertArray(type, "i");
  }

  /**
   * {@code typecmds.c: DefineDomain}.
   *
   * @param base the row of the type it stands on
   * @param own what it has of its own
   */
  void insertDomain(Element type, FactRow base, Map<String, String> own) {
    Map<String, String> row = row(type.name(), type.schema(), type.owner());
    for (String column : AS_BENEATH) {
      row.put(column, base.text(column));
    }
    row.put("typinput", "domain_in");
    row.put("typreceive", "domain_recv");
    row.put("typtype", "d");
    row.put("typarray", Long.toString(type.oids().array()));
    row.put("typbasetype", base.text("oid"));
    row.putAll(own);
    addPrivileges(row, type.owner(), type.schema());
    rows.insert("pg_type", type.oid(), row);
    ObjectAddress address = ObjectAddress.type(type.oid());
    rows.depend(address, ObjectAddress.schema(type.schema().oid()), 'n');
    rows.depend(address, ObjectAddress.type(base.oid("oid")), 'n');
    insertArray(type, base.text("typalign").equals("d") ? "d" : "i");
  }

  private void insertArray(Element element, String align) {
    long oid = element.oids().array();
    ObjectNames names = new ObjectNames(rows.facts(), element.schema().oid());
    String name = names.arrayType(element.name());
    Map<String, String> row = row(name, element.schema(), element.owner());
    functions(row, "array");
    row.put("typtype", "b");
    row.put("typcategory", "A");
    row.put("typsubscript", "array_subscript_handler");
    row.put("typelem", Long.toString(element.oid()));
    row.put("typanalyze", "array_typanalyze");
    row.put("typalign", align);
    rows.insert("pg_type", oid, row);
    rows.depend(ObjectAddress.type(oid), ObjectAddress.type(element.oid()), 'i');
  }
}
