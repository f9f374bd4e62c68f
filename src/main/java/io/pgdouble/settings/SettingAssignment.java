package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** One setting, as a command line gives it. */
public record SettingAssignment(String name, String value) {
  /**
   * {@code guc.c: ParseLongOption}; a dash in the name stands for an underscore.
   *
   * @param argument {@code name=value}
   * @param shown the option in an error
   * @throws ReportedError 42601 if there is no value
   */
  public static SettingAssignment parse(String argument, String shown) {
    int equals = argument.indexOf('=');
    if (equals < 0) {
      throw ErrorReport.error(SqlState.SYNTAX_ERROR, shown + " requires a value").toException();
    }
    String name = argument.substring(0, equals).replace('-', '_');
    return new SettingAssignment(name, argument.substring(equals + 1));
  }
}
