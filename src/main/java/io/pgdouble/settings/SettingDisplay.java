package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session sees of its settings: {@code guc_funcs.c}. */
final class SettingDisplay {
  private static final String READ_ALL_SETTINGS = "pg_read_all_settings";

  /** Linux: {@code MAX_TCP_KEEPCNT}, {@code MAX_TCP_KEEPIDLE}. */
  private static final int MAX_KEEPALIVE_COUNT = 127;

  private static final int MAX_KEEPALIVE_SECONDS = 32767;

  private SettingDisplay() {}

  /** A value as SHOW prints it, by the setting's own show hook if it has one. */
  static String shown(SessionSettings session, Setting setting, Object value) {
    return special(session, setting, value).orElseGet(() -> ValueText.shown(setting, value));
  }

  private static String plain(SessionSettings session, Setting setting, Object value) {
    return special(session, setting, value).orElseGet(() -> ValueText.setting(setting, value));
  }

  private static Optional<String> special(SessionSettings session, Setting setting, Object value) {
    return switch (setting.name()) {
      case "in_hot_standby" -> Optional.of(session.host().inRecovery() ? "on" : "off");
      case "seed" -> Optional.of("unavailable");
      case "role" ->
          Optional.of(session.identity().roleActive() ? (String) value : RoleChecks.NO_ROLE);
      case "archive_command" ->
          session.text("archive_mode").equals("off") ? Optional.of("(disabled)") : Optional.empty();
      case "tcp_keepalives_idle", "tcp_keepalives_interval", "tcp_keepalives_count" ->
          Optional.of(keepalive(setting, (Integer) value));
      case "tcp_user_timeout" -> Optional.of(value.toString());
      default -> Optional.empty();
    };
  }

  /**
   * The server shows what the system answers: its own value for zero, and for what is beyond the
   * kernel's limit. {@code pqcomm.c: pq_getkeepalivesidle} and its neighbours.
   */
  private static String keepalive(Setting setting, int value) {
    int limit = setting.name().endsWith("count") ? MAX_KEEPALIVE_COUNT : MAX_KEEPALIVE_SECONDS;
    boolean kept = value > 0 && value <= limit;
    return kept ? Integer.toString(value) : setting.initialText().orElse("0");
  }

  private static boolean mayLook(SessionSettings session, Setting setting) {
    return !setting.has(SettingFlag.SUPERUSER_ONLY) || mayReadAll(session);
  }

  private static boolean mayReadAll(SessionSettings session) {
    SettingsHost.Role user = session.identity().currentUser();
    return session.host().isSuperuser(user)
        || session
            .host()
            .role(READ_ALL_SETTINGS)
            .filter(readers -> session.host().hasPrivilegesOf(user, readers))
            .isPresent();
  }

  /** {@code guc.c: GetConfigOptionByName}. */
  static String visible(SessionSettings session, Setting setting) {
    if (!mayLook(session, setting)) {
      throw ErrorReport.error(
              SqlState.INSUFFICIENT_PRIVILEGE,
              "permission denied to examine \"" + setting.name() + "\"")
          .withDetail(
              "Only roles with privileges of the \""
                  + READ_ALL_SETTINGS
                  + "\" role may examine this parameter.")
          .toException();
    }
    return shown(session, setting, session.value(setting));
  }

  private static List<Setting> listed(SessionSettings session) {
    return session.server().catalog().all().stream()
        .filter(setting -> !setting.has(SettingFlag.NO_SHOW_ALL) && mayLook(session, setting))
        .toList();
  }

  static List<ShownSetting> showAll(SessionSettings session) {
    List<ShownSetting> all = new ArrayList<>();
    for (Setting setting : listed(session)) {
      all.add(
          new ShownSetting(
              setting.name(),
              shown(session, setting, session.value(setting)),
              setting.fact("short_desc").orElse("")));
    }
    return all;
  }

  static List<SettingRow> rows(SessionSettings session) {
    return listed(session).stream().map(setting -> row(session, setting)).toList();
  }

  /** Null where there has never been a value, which is not the same as an empty one. */
  private static Optional<String> resetText(SessionSettings session, Setting setting) {
    return Optional.of(session.resetText(setting))
        .filter(text -> !text.isEmpty() || setting.bootText().isPresent());
  }

  private static SettingRow row(SessionSettings session, Setting setting) {
    boolean enumeration = setting.kind() == SettingKind.ENUM;
    return new SettingRow(
        setting.name(),
        plain(session, setting, session.value(setting)),
        setting.fact("unit"),
        setting.fact("category"),
        setting.fact("short_desc"),
        setting.fact("extra_desc"),
        setting.context().text(),
        setting.kind().text(),
        session.source(setting).text(),
        setting.fact("min_val"),
        setting.fact("max_val"),
        enumeration ? Optional.of(setting.enumValues()) : Optional.empty(),
        setting.bootText(),
        resetText(session, setting),
        place(session, setting).map(FilePlace::file),
        place(session, setting).map(FilePlace::line),
        session.server().pendingRestart(setting));
  }

  /** {@code guc_funcs.c: GetConfigOptionValues}. */
  private static Optional<FilePlace> place(SessionSettings session, Setting setting) {
    boolean fromFile = session.source(setting) == SettingSource.FILE;
    return fromFile && mayReadAll(session) ? session.server().place(setting) : Optional.empty();
  }
}
