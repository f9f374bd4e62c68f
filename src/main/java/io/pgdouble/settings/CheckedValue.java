package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** The value that a change asks for: {@code guc.c: parse_and_validate_value}. */
final class CheckedValue {
  private CheckedValue() {}

  /**
   * The value to use, which may be another form of the one asked for.
   *
   * @param session has the old value
   * @throws io.pgdouble.error.ReportedError if it is refused
   */
  static Object of(SessionSettings session, Setting setting, Change change) {
    Object parsed = ValueParser.parse(setting, change.name(), change.value().orElseThrow());
    Object named = setting.has(SettingFlag.IS_NAME) ? truncated(session, (String) parsed) : parsed;
    if (change.context() == SettingContext.INTERNAL) {
      return named;
    }
    return SettingChecks.of(setting)
        .check(new SettingCheck.Request(setting, named, change.source(), session));
  }

  private static String truncated(SessionSettings session, String name) {
    String cut = IdentifierList.truncated(name);
    if (cut.length() < name.length()) {
      session
          .host()
          .notice(
              ErrorReport.notice(
                  SqlState.NAME_TOO_LONG,
                  "identifier \"" + name + "\" will be truncated to \"" + cut + "\""));
    }
    return cut;
  }
}
