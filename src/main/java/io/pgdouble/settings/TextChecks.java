package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.Set;

/** Checks of settings that hold a text. */
final class TextChecks {
  /** What {@code setlocale} knows where only the C locales are installed. */
  private static final Set<String> LOCALES = Set.of("", "C", "POSIX", "C.UTF-8", "C.utf8");

  /** Files in {@code share/timezonesets} that are whole sets. */
  private static final Set<String> ABBREVIATION_SETS = Set.of("Default", "Australia", "India");

  private TextChecks() {}

  /**
   * Every byte but printable ASCII is written as {@code \xNN}, and until version 15 as a question
   * mark: {@code variable.c: check_application_name}.
   */
  static Object cleanAscii(SettingCheck.Request request) {
    return CleanAscii.of(request.text(), request.session().server().catalog().facts().major());
  }

  /** {@code elog.c: check_backtrace_functions}. */
  static Object functionNames(SettingCheck.Request request) {
    if (!request.text().matches("[0-9A-Za-z_, \\n\\t]*")) {
      throw request.refused("invalid character");
    }
    return request.value();
  }

  static Object locale(SettingCheck.Request request) {
    if (!LOCALES.contains(request.text())) {
      throw request.refused();
    }
    return request.value();
  }

  /** {@code pg_locale.c: check_locale_messages}, which refuses the empty name. */
  static Object messagesLocale(SettingCheck.Request request) {
    if (request.text().isEmpty()) {
      throw request.refused();
    }
    return locale(request);
  }

  /** {@code tzparser.c: load_tzoffsets}; no name at all names the folder of the files. */
  static Object timeZoneAbbreviations(SettingCheck.Request request) {
    if (request.text().isEmpty()) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE,
              "could not read time zone file \"\": Is a directory")
          .toException();
    }
    if (!ABBREVIATION_SETS.contains(request.text())) {
      throw request.refused();
    }
    return request.value();
  }
}
