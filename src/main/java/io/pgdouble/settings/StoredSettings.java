package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What ALTER ROLE SET and ALTER DATABASE SET store for sessions to come: {@code
 * pg_db_role_setting}. Used by many threads.
 */
public final class StoredSettings {
  /**
   * Whose sessions have them.
   *
   * @param database 0 for any
   * @param role 0 for any
   */
  public record Target(long database, long role) {}

  private final Map<Target, Map<String, String>> stored = new LinkedHashMap<>();

  /** Whether nothing is stored for anybody. */
  public synchronized boolean isEmpty() {
    return stored.isEmpty();
  }

  /** Every row, with its settings as {@code name=value}, in the order in which they were set. */
  public synchronized Map<Target, List<String>> rows() {
    Map<Target, List<String>> rows = new LinkedHashMap<>();
    stored.forEach(
        (target, settings) -> {
          List<String> texts = new ArrayList<>();
          settings.forEach((name, value) -> texts.add(name + "=" + value));
          rows.put(target, texts);
        });
    return rows;
  }

  /** Stores a value, after those that are there. */
  public synchronized void set(Target target, String name, String value) {
    Map<String, String> settings =
        Optional.ofNullable(stored.remove(target)).orElseGet(LinkedHashMap::new);
    settings.put(name, value);
    stored.put(target, settings);
  }

  /** Whether anything is stored. */
  public synchronized boolean has(Target target) {
    return stored.containsKey(target);
  }

  /** Takes a value out. */
  public synchronized void reset(Target target, String name) {
    Map<String, String> settings = stored.get(target);
    if (settings != null && settings.remove(name) != null) {
      stored.remove(target);
      if (!settings.isEmpty()) {
        stored.put(target, settings);
      }
    }
  }

  /** Takes all values out. */
  public synchronized void resetAll(Target target) {
    stored.remove(target);
  }

  private synchronized Map<String, String> of(Target target) {
    return new LinkedHashMap<>(stored.getOrDefault(target, Map.of()));
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
    boolean custom = setting.has(SettingFlag.CUSTOM_PLACEHOLDER);
    if (custom || value.isEmpty() && setting.context() == SettingContext.USER) {
      return setting.name();
    }
    Change change =
        new Change(name, value, SettingContext.SUPERUSER, SettingSource.TEST, SettingScope.SESSION);
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
