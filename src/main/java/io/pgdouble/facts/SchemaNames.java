package io.pgdouble.facts;

import java.util.Optional;

/** The schemas of objects: facts name them, rows of users' objects have their OIDs. */
public record SchemaNames(Facts facts) {
  private static final String TABLE = "pg_namespace";

  /** The name of an object's schema. */
  public String of(FactRow row, String column) {
    String schema = row.text(column);
    return isNumber(schema) ? name(Long.parseLong(schema)).orElse(schema) : schema;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(0));
  }

  /** The OID of an object's schema. */
  public long oid(FactRow row, String column) {
    String schema = row.text(column);
    return isNumber(schema) ? Long.parseLong(schema) : oid(schema).orElseThrow();
  }

  /** The name of a schema. */
  public Optional<String> name(long oid) {
    return facts.table(TABLE).byOid(oid).map(row -> row.text("nspname"));
  }

  /** The schema of a name. */
  public Optional<Long> oid(String name) {
    return facts.table(TABLE).where("nspname", name).stream()
        .map(row -> row.oid("oid"))
        .findFirst();
  }
}
