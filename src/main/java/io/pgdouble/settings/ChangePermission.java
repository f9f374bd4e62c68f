package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** Who may change which setting when: the context checks of {@code guc.c: set_config_option}. */
final class ChangePermission {
  private ChangePermission() {}

  /**
   * Refuses what may not be.
   *
   * @throws io.pgdouble.error.ReportedError 55P02, 42501 or 0A000
   */
  static void check(Setting setting, Change change) {
    Optional<ErrorReport> refusal = refusal(setting, change);
    if (refusal.isPresent()) {
      throw refusal.get().toException();
    }
    if (setting.has(SettingFlag.NO_RESET) && change.value().isEmpty()) {
      throw unsupported(change, "\" cannot be reset").toException();
    }
    if (setting.has(SettingFlag.NO_RESET) && change.scope() == SettingScope.FUNCTION) {
      throw unsupported(change, "\" cannot be set locally in functions").toException();
    }
  }

  private static Optional<ErrorReport> refusal(Setting setting, Change change) {
    SettingContext who = change.context();
    boolean starting =
        who == SettingContext.POSTMASTER
            || who == SettingContext.BACKEND
            || who == SettingContext.SUPERUSER_BACKEND;
    return switch (setting.context()) {
      case INTERNAL ->
          who == SettingContext.INTERNAL ? Optional.empty() : never(change, "\" cannot be changed");
      case POSTMASTER ->
          who == SettingContext.POSTMASTER
              ? Optional.empty()
              : never(change, "\" cannot be changed without restarting the server");
      case SIGHUP ->
          who == SettingContext.POSTMASTER || who == SettingContext.SIGHUP
              ? Optional.empty()
              : never(change, "\" cannot be changed now");
      case SUPERUSER_BACKEND ->
          who == SettingContext.BACKEND ? denied(change) : atStart(change, starting);
      case BACKEND -> atStart(change, starting);
      case SUPERUSER ->
          who == SettingContext.USER || who == SettingContext.BACKEND
              ? denied(change)
              : Optional.empty();
      case USER -> Optional.empty();
    };
  }

  private static Optional<ErrorReport> atStart(Change change, boolean starting) {
    return starting || change.source() == SettingSource.CLIENT
        ? Optional.empty()
        : never(change, "\" cannot be set after connection start");
  }

  private static Optional<ErrorReport> never(Change change, String why) {
    return Optional.of(
        ErrorReport.error(
            SqlState.CANT_CHANGE_RUNTIME_PARAM, "parameter \"" + change.name() + why));
  }

  private static Optional<ErrorReport> denied(Change change) {
    return Optional.of(
        ErrorReport.error(
            SqlState.INSUFFICIENT_PRIVILEGE,
            "permission denied to set parameter \"" + change.name() + "\""));
  }

  private static ErrorReport unsupported(Change change, String why) {
    return ErrorReport.error(SqlState.FEATURE_NOT_SUPPORTED, "parameter \"" + change.name() + why);
  }
}
