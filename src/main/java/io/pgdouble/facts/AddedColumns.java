package io.pgdouble.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Columns of catalogs that are no facts, for every server fills them in its own way, with what they
 * have in the rows that it is born with. A table.
 */
final class AddedColumns {
  /** {@code pg_authid.dat: BOOTSTRAP_SUPERUSERID}. */
  private static final Optional<String> SUPERUSER = Optional.of("10");

  private static final Map<String, Map<String, Optional<String>>> BY_TABLE =
      Map.of(
          "pg_class", ofRelations(),
          "pg_constraint", Map.of("conbin", Optional.empty()),
          "pg_proc", Map.of("proowner", SUPERUSER),
          "pg_rewrite", ofRules(),
          "pg_type", Map.of("typowner", SUPERUSER));

  private AddedColumns() {}

  private static Map<String, Optional<String>> ofRelations() {
    Map<String, Optional<String>> columns = new LinkedHashMap<>();
    columns.put("relowner", SUPERUSER);
    columns.put("relfilenode", Optional.empty());
    return columns;
  }

  private static Map<String, Optional<String>> ofRules() {
    Map<String, Optional<String>> columns = new LinkedHashMap<>();
    columns.put("ev_qual", Optional.empty());
    columns.put("ev_action", Optional.empty());
    return columns;
  }

  static Map<String, Optional<String>> of(String table) {
    return BY_TABLE.getOrDefault(table, Map.of());
  }
}
