package io.pgdouble.engine.catalog;

import java.util.List;

/**
 * The schemas in which an unqualified name is looked for, in order, implicit ones included ({@code
 * namespace.c: recomputeNamespacePath}).
 *
 * @param named those that the setting names and that exist; new objects go into the first
 * @param user OID of who may use them; 0 for superusers, who may use any
 */
public record SearchPath(List<String> schemas, List<String> named, long user) {
  /** What a fresh session of a superuser has: {@code pg_catalog} comes first unless named. */
  public static final SearchPath DEFAULT =
      new SearchPath(List.of("pg_catalog", "public"), List.of("public"), 0);

  private static final String OWN = "pg_temp";

  public SearchPath {
    schemas = List.copyOf(schemas);
    named = List.copyOf(named);
  }

  /** Written out, as is the next: a record's own cost the first session milliseconds. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SearchPath that
        && user == that.user
        && schemas.equals(that.schemas)
        && named.equals(that.named);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * schemas.hashCode() + named.hashCode()) + Long.hashCode(user);
  }

  /** Where functions and operators are looked for: never among temporary objects. */
  public List<String> routineSchemas() {
    return schemas.stream().filter(schema -> !schema.startsWith(OWN + "_")).toList();
  }

  /** The schema that a name means: {@code pg_temp} is the session's own, if it has one. */
  public String schema(String name) {
    return name.equals(OWN)
        ? schemas.stream().filter(one -> one.startsWith(OWN + "_")).findFirst().orElse(name)
        : name;
  }
}
