package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import java.util.Optional;

/** Names of character encodings, as leniently as the server reads them. */
public final class EncodingNames {
  private EncodingNames() {}

  /**
   * The server's own name of an encoding: {@code encnames.c: pg_valid_client_encoding}. Everything
   * but letters and digits is ignored, and so is the letters' case.
   */
  public static Optional<String> canonical(String name, Facts facts) {
    if (name.equals("UTF8")) {
      return Optional.of(name);
    }
    String key = cleaned(name);
    for (FactRow row : facts.table("encoding_aliases").rows()) {
      if (row.text("alias").equals(key)) {
        return Optional.of(nameOf(row.integer("id"), facts.table("encodings")));
      }
    }
    return Optional.empty();
  }

  private static String cleaned(String name) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < 128 && Character.isLetterOrDigit(c)) {
        key.append(c);
      }
    }
    return AsciiText.lower(key.toString());
  }

  private static String nameOf(int id, FactTable encodings) {
    return encodings.rows().stream()
        .filter(row -> row.integer("id") == id)
        .map(row -> row.text("name"))
        .findFirst()
        .orElseThrow();
  }

  /** Whether strings in UTF8 can be converted: {@code mbutils.c: PrepareClientEncoding}. */
  private static boolean convertible(String encoding, Facts facts) {
    return encoding.equals("UTF8")
        || encoding.equals("SQL_ASCII")
        || facts.table("pg_conversion").rows().stream()
            .anyMatch(
                row ->
                    row.bool("condefault")
                        && row.text("conforencoding").equals("UTF8")
                        && row.text("contoencoding").equals(encoding));
  }

  /** {@code variable.c: check_client_encoding}, for a server whose encoding is UTF8. */
  static Object check(SettingCheck.Request request) {
    Facts facts = request.session().server().catalog().facts();
    String encoding = canonical(request.text(), facts).orElseThrow(request::refused);
    if (!convertible(encoding, facts)) {
      if (request.session().starting()) {
        // mbutils.c: InitializeClientEncoding, which looks once the start has all values.
        throw ErrorReport.error(
                SqlState.FEATURE_NOT_SUPPORTED,
                "conversion between " + encoding + " and UTF8 is not supported")
            .toException();
      }
      throw SettingErrors.unsupported(
              request.setting(),
              request.value(),
              "Conversion between " + encoding + " and UTF8 is not supported.")
          .toException();
    }
    // A frontend that says UNICODE may look for that very name in the answer.
    return request.text().equals("UNICODE") ? "UNICODE" : encoding;
  }
}
