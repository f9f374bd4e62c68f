package io.pgdouble.engine.catalog;

import java.util.Set;

/** The catalogs that all databases of a cluster share ({@code catalog.c: IsSharedRelation}). */
public final class SharedTables {
  private static final Set<String> NAMES =
      Set.of(
          "pg_auth_members",
          "pg_database",
          "pg_db_role_setting",
          "pg_parameter_acl",
          "pg_replication_origin",
          "pg_roles",
          "pg_shdepend",
          "pg_shdescription",
          "pg_shseclabel",
          "pg_subscription",
          "pg_tablespace");

  private SharedTables() {}

  public static boolean contains(String table) {
    return NAMES.contains(table);
  }
}
