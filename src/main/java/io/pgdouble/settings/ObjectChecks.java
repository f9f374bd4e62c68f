package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.List;

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
    if (!request.session().inTransaction()) {
      return request.value();
    }
    FactRow method =
        request.session().server().catalog().facts().table("pg_am").rows().stream()
            .filter(row -> row.text("amname").equals(request.text()))
            .findFirst()
            .orElseThrow(
                () ->
                    request.refused(
                        "Table access method \"" + request.text() + "\" does not exist."));
    if (method.letter("amtype") != 't') {
      throw ErrorReport.error(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "access method \"" + request.text() + "\" is not of type TABLE")
          .toException();
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
    Facts facts = request.session().server().catalog().facts();
    return IdentifierList.split(request.text(), '.')
        .filter(
            names -> names.size() == 1 || names.size() == 2 && names.get(0).equals("pg_catalog"))
        .map(names -> names.get(names.size() - 1))
        .filter(known -> exists(facts, "pg_ts_config", "cfgname", known))
        .map(known -> "pg_catalog." + known)
        .orElseThrow(request::refused);
  }
}
