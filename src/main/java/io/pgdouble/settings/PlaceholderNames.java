package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** Names with a dot, which anybody may set: {@code guc.c: assignable_custom_variable_name}. */
final class PlaceholderNames {
  private PlaceholderNames() {}

  /**
   * A placeholder of that name.
   *
   * @throws io.pgdouble.error.ReportedError 42704 if the name has no dot, 42602 if it is not well
   *     formed
   */
  static Setting create(String name) {
    if (name.indexOf('.') < 0) {
      throw SettingCatalog.unrecognized(name).toException();
    }
    if (!isWellFormed(name)) {
      throw ErrorReport.error(
              SqlState.INVALID_NAME, "invalid configuration parameter name \"" + name + "\"")
          .withDetail(
              "Custom parameter names must be two or more simple identifiers separated by dots.")
          .toException();
    }
    return Setting.placeholder(name);
  }

  /** Whether a name that nobody knows could be a placeholder's. */
  static boolean isCustom(String name) {
    return name.indexOf('.') >= 0 && isWellFormed(name);
  }

  /** {@code guc.c: valid_custom_variable_name}. */
  private static boolean isWellFormed(String name) {
    boolean nameStarts = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
      boolean inside = !nameStarts && ((c >= '0' && c <= '9') || c == '$' || c == '.');
      if (!letter && !inside) {
        return false;
      }
      nameStarts = c == '.';
    }
    return !nameStarts;
  }
}
