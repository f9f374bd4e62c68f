package io.pgdouble.settings;

import io.pgdouble.error.ReportedError;

/** A setting's own check of a new value, beyond its kind and bounds: a check hook. */
@FunctionalInterface
interface SettingCheck {
  /**
   * The value to use, which may be another form of the one asked for.
   *
   * @throws io.pgdouble.error.ReportedError if the value is refused
   */
  Object check(Request request);

  /** What is asked. The session's settings still have the old value. */
  record Request(Setting setting, Object value, SettingSource source, SessionSettings session) {
    String text() {
      return (String) value;
    }

    /** A refusal with a detail. */
    ReportedError refused(String detail) {
      return SettingErrors.refused(setting, value, detail).toException();
    }

    ReportedError refused() {
      return SettingErrors.refused(setting, value).toException();
    }
  }
}
