package io.pgdouble.engine.catalog;

import java.util.List;

/**
 * The schemas in which an unqualified name is looked for, in order, implicit ones included ({@code
 * namespace.c: recomputeNamespacePath}).
 */
public record SearchPath(List<String> schemas) {
  /** What a fresh session of a superuser has: {@code pg_catalog} comes first unless named. */
  public static final SearchPath DEFAULT = new SearchPath(List.of("pg_catalog", "public"));

  public SearchPath {
    schemas = List.copyOf(schemas);
  }
}
