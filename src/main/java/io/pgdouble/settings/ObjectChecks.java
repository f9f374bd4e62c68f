package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.Facts;
import java.util.List;
import java.util.Optional;

/** Checks of settings that name an object of the catalog. */
final class ObjectChecks {
  private ObjectChecks() {}

  private static boolean exists(SettingCheck.Request request, String table, String column) {
    return exists(request.session().server().catalog().facts(), table, column, request.text());
  }

  private static boolean exists(Facts facts, String table, String column, String name) {
    return facts.table(table).rows().stream().anyMatch(row -> row.text(column).equals(name));
  }

  /** {@code tableamapi.c: check_default_table_access_method}. */
  static Object tableAccessMethod(SettingCheck.Request request) {
    if (request.text().isEmpty()) {
      throw request.refused("default_table_access_method cannot be empty.");
    }
    if (request.session().inTransaction() && !exists(request, "pg_am", "amname")) {
      throw request.refused("Table access method \"" + request.text() + "\" does not exist.");
    }
    return request.value();
  }

  /** {@code tablespace.c: check_default_tablespace}. */
  static Object tablespace(SettingCheck.Request request) {
    boolean unknown =
        request.session().inTransaction()
            && !request.text().isEmpty()
            && !exists(request, "pg_tablespace", "spcname");
    if (unknown) {
      throw request.refused("Tablespace \"" + request.text() + "\" does not exist.");
    }
    return request.value();
  }

  /** {@code tablespace.c: check_temp_tablespaces}. */
  static Object tablespaces(SettingCheck.Request request) {
    List<String> names =
        IdentifierList.split(request.text())
            .orElseThrow(() -> request.refused("List syntax is invalid."));
    Facts facts = request.session().server().catalog().facts();
    boolean looks = request.session().inTransaction() && request.source() == SettingSource.SESSION;
    for (String name : looks ? names : List.<String>of()) {
      if (!name.isEmpty() && !exists(facts, "pg_tablespace", "spcname", name)) {
        throw ErrorReport.error(
                SqlState.UNDEFINED_OBJECT, "tablespace \"" + name + "\" does not exist")
            .toException();
      }
    }
    return request.value();
  }

  /** {@code ts_cache.c: check_default_text_search_config}, which adds the schema to the name. */
  static Object textSearchConfiguration(SettingCheck.Request request) {
    if (!request.session().inTransaction()) {
      return request.value();
    }
    String text = request.text();
    String name = text.startsWith("pg_catalog.") ? text.substring("pg_catalog.".length()) : text;
    Facts facts = request.session().server().catalog().facts();
    return Optional.of(AsciiText.lower(name))
        .filter(known -> exists(facts, "pg_ts_config", "cfgname", known))
        .map(known -> "pg_catalog." + known)
        .orElseThrow(request::refused);
  }
}
