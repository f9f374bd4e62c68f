package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.SchemaNames;
import io.pgdouble.settings.IdentifierList;
import io.pgdouble.type.TypeOid;

/** What messages call objects ({@code objectaddress.c: getObjectDescription}). */
record ObjectDescriptions(SessionMemory memory) {

  private Facts facts() {
    return memory.changes().current();
  }

  String of(ObjectAddress object) {
    if (object.catalog() == ObjectAddress.RELATION) {
      return object.sub() == 0 ? relation(object.oid()) : column(object);
    }
    if (object.catalog() == ObjectAddress.TYPE) {
      return "type " + type(object.oid());
    }
    if (object.catalog() == ObjectAddress.PROC) {
      ProcEntry function = memory.catalog().proc((int) object.oid());
      return "function " + RoutineLookup.shown(memory, function);
    }
    if (object.catalog() == ObjectAddress.NAMESPACE) {
      return "schema " + row("pg_namespace", object).text("nspname");
    }
    if (object.catalog() == ObjectAddress.CONSTRAINT) {
      return constraint(row("pg_constraint", object));
    }
    if (object.catalog() == ObjectAddress.ATTRDEF) {
      FactRow row = row("pg_attrdef", object);
      return "default value for "
          + column(ObjectAddress.column(row.oid("adrelid"), row.integer("adnum")));
    }
    if (object.catalog() == ObjectAddress.TRIGGER) {
      FactRow row = row("pg_trigger", object);
      return "trigger " + row.text("tgname") + " on " + relation(row.oid("tgrelid"));
    }
    if (object.catalog() == ObjectAddress.REWRITE) {
      FactRow row = row("pg_rewrite", object);
      return "rule " + row.text("rulename") + " on " + relation(row.oid("ev_class"));
    }
    return other(object);
  }

  private String other(ObjectAddress object) {
    if (object.catalog() == ObjectAddress.DATABASE) {
      return "database " + row("pg_database", object).text("datname");
    }
    if (object.catalog() == ObjectAddress.LANGUAGE) {
      return "language " + row("pg_language", object).text("lanname");
    }
    if (object.catalog() == ObjectAddress.TABLESPACE) {
      return "tablespace " + row("pg_tablespace", object).text("spcname");
    }
    if (object.catalog() == ObjectAddress.DEFAULT_ACL) {
      return defaultPrivileges(row("pg_default_acl", object));
    }
    throw ErrorReport.notSimulated("a description of an object of " + object.catalog())
        .toException();
  }

  private String defaultPrivileges(FactRow row) {
    String kind =
        switch (row.letter("defaclobjtype")) {
          case 'r' -> "relations";
          case 'S' -> "sequences";
          case 'f' -> "functions";
          case 'T' -> "types";
          default -> "schemas";
        };
    String role = new Principal(memory).name(row.oid("defaclrole"));
    String schema =
        facts()
            .table("pg_namespace")
            .byOid(row.oid("defaclnamespace"))
            .map(one -> " in schema " + one.text("nspname"))
            .orElse("");
    return "default privileges on new " + kind + " belonging to role " + role + schema;
  }

  private FactRow row(String table, ObjectAddress object) {
    return facts().table(table).byOid(object.oid()).orElseThrow();
  }

  private String type(long oid) {
    return memory.execution().types().objectNames().name(TypeOid.REGTYPE, oid).orElseThrow();
  }

  private String constraint(FactRow row) {
    String name = row.text("conname");
    return row.oid("conrelid") == 0
        ? "constraint " + name + " on " + "type " + type(row.oid("contypid"))
        : "constraint " + name + " on " + relation(row.oid("conrelid"));
  }

  private String column(ObjectAddress column) {
    String key = Long.toString(column.oid());
    FactRow row =
        facts().table("pg_attribute").where("attrelid", key).stream()
            .filter(one -> one.integer("attnum") == column.sub())
            .findFirst()
            .orElseThrow();
    return "column " + row.text("attname") + " of " + relation(column.oid());
  }

  /** A relation by its kind and its name. */
  String relation(long oid) {
    FactRow row = facts().table("pg_class").byOid(oid).orElseThrow();
    String kind =
        switch (row.letter("relkind")) {
          case 'r', 'p' -> "table";
          case 'i', 'I' -> "index";
          case 'S' -> "sequence";
          case 't' -> "toast table";
          case 'v' -> "view";
          case 'm' -> "materialized view";
          case 'c' -> "composite type";
          case 'f' -> "foreign table";
          default -> "relation";
        };
    return kind + " " + name(row);
  }

  /** Qualified where the search path would not find it. */
  private String name(FactRow row) {
    String name = row.text("relname");
    String schema = new SchemaNames(facts()).of(row, "relnamespace");
    boolean visible = false;
    for (String searched : memory.searchPath().schemas()) {
      if (memory.catalog().relation(searched, name).isPresent()) {
        visible = searched.equals(schema);
        break;
      }
    }
    return visible ? quoted(name) : quoted(schema) + "." + quoted(name);
  }

  private String quoted(String name) {
    return IdentifierList.quoted(name, facts());
  }
}
