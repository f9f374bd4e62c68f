package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** Reports that more than one place of the room makes, in the words of {@code guc.c}. */
final class SettingErrors {
  private SettingErrors() {}

  /** A text that is no value of the setting, named as the frontend named it. */
  static ErrorReport invalid(String name, String value) {
    return ErrorReport.error(
        SqlState.INVALID_PARAMETER_VALUE,
        "invalid value for parameter \"" + name + "\": \"" + value + "\"");
  }

  /** A value that a setting's own check refuses: {@code guc.c: call_…_check_hook}. */
  static ErrorReport refused(Setting setting, Object value) {
    String shown =
        switch (setting.kind()) {
          case BOOL -> (Boolean) value ? "1" : "0";
          case INTEGER -> value.toString();
          case REAL -> RealText.of((Double) value);
          case STRING, ENUM -> "\"" + value + "\"";
        };
    return ErrorReport.error(
        SqlState.INVALID_PARAMETER_VALUE,
        "invalid value for parameter \"" + setting.name() + "\": " + shown);
  }

  /** The same with a detail. */
  static ErrorReport refused(Setting setting, Object value, String detail) {
    return refused(setting, value).withDetail(detail);
  }

  /** A value that could be, but not here. */
  static ErrorReport unsupported(Setting setting, Object value, String detail) {
    return ErrorReport.error(SqlState.FEATURE_NOT_SUPPORTED, refused(setting, value).message())
        .withDetail(detail);
  }

  /** A change that only a restart could make: {@code guc.c: set_config_with_handle}. */
  static ErrorReport needsRestart(String name) {
    return ErrorReport.error(
        SqlState.CANT_CHANGE_RUNTIME_PARAM,
        "parameter \"" + name + "\" cannot be changed without restarting the server");
  }
}
