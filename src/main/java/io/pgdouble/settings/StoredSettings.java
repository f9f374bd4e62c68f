package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What ALTER ROLE SET and ALTER DATABASE SET store for sessions to come: the rows of {@code
 * pg_db_role_setting}.
 */
public record StoredSettings(FactTable table) {
  public static final String TABLE = "pg_db_role_setting";

  private static final String DATABASE = "setdatabase";
  private static final String ROLE = "setrole";
  private static final String SETTINGS = "setconfig";

  /**
   * Whose sessions have them.
   *
   * @param database 0 for any
   * @param role 0 for any
   */
  public record Target(long database, long role) {
    /** How its row begins. */
    public String row() {
      return database + "\t" + role;
    }

    /** The columns of its row. */
    public Map<String, String> values(Map<String, String> settings) {
      return Map.of(
          DATABASE,
          Long.toString(database),
          ROLE,
          Long.toString(role),
          SETTINGS,
          written(settings));
    }
  }

  /** As they are before anybody stores any. */
  public static FactTable none() {
    return FactTable.empty(TABLE, List.of(DATABASE, ROLE, SETTINGS));
  }

  /** An array of {@code name=value} in its text form. */
  private static String written(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .map(text -> text.replace("\\", "\\\\").replace("\"", "\\\""))
        .map(text -> "\"" + text + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Whether nothing is stored for anybody. */
  public boolean isEmpty() {
    return table.size() == 0;
  }

  /** Every row, with its settings as {@code name=value}. */
  public Map<Target, List<String>> rows() {
    Map<Target, List<String>> rows = new LinkedHashMap<>();
    for (FactRow row : table.rows()) {
      rows.put(new Target(row.oid(DATABASE), row.oid(ROLE)), row.list(SETTINGS));
    }
    return rows;
  }

  /** What is stored for somebody, by the settings' names. */
  public Map<String, String> of(Target target) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String text : rows().getOrDefault(target, List.of())) {
      int end = text.indexOf('=');
      settings.put(text.substring(0, end), text.substring(end + 1));
    }
    return settings;
  }

  /**
   * Checks a value before it is stored: {@code guc.c: validate_option_array_item}.
   *
   * @param value empty to reset
   * @return the setting's name as the server spells it
   * @throws ReportedError as the server refuses it
   */
  public static String check(SessionSettings session, String name, Optional<String> value) {
    Setting setting = session.findSetting(name).orElseGet(() -> PlaceholderNames.create(name));
    SettingContext who = session.who();
    boolean custom = setting.has(SettingFlag.CUSTOM_PLACEHOLDER);
    if (custom && who != SettingContext.SUPERUSER) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to set parameter \"" + name + "\"");
    }
    if (custom || value.isEmpty() && setting.context() == SettingContext.USER) {
      return setting.name();
    }
    Change change = new Change(name, value, who, SettingSource.TEST, SettingScope.SESSION);
    ChangePermission.check(setting, change);
    if (value.isPresent()) {
      CheckedValue.of(session, setting, change);
    }
    return setting.name();
  }

  /**
   * Gives a session that starts what is stored for it: {@code postinit.c: process_settings}. What
   * cannot be set is told in a warning, and the session goes on.
   */
  public void apply(SessionSettings session, Target self) {
    apply(session, self, SettingSource.DATABASE_USER);
    apply(session, new Target(0, self.role()), SettingSource.USER);
    apply(session, new Target(self.database(), 0), SettingSource.DATABASE);
    apply(session, new Target(0, 0), SettingSource.GLOBAL);
  }

  private void apply(SessionSettings session, Target target, SettingSource source) {
    of(target)
        .forEach(
            (name, value) -> {
              Change change =
                  new Change(
                      name,
                      Optional.of(value),
                      SettingContext.SUPERUSER,
                      source,
                      SettingScope.SESSION);
              warned(session, change).ifPresent(session.host()::notice);
            });
  }

  private static Optional<ErrorReport> warned(SessionSettings session, Change change) {
    try {
      session.apply(change);
      return Optional.empty();
    } catch (ReportedError e) {
      return Optional.of(e.report().withSeverity(Severity.WARNING));
    }
  }
}
