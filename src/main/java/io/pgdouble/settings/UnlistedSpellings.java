package io.pgdouble.settings;

import java.util.Map;

/**
 * Spellings of values that {@code pg_settings.enumvals} does not list, of settings that no session
 * can set, so that they cannot be learned by trying: {@code guc_tables.c}. A table.
 */
final class UnlistedSpellings {
  private static final Map<String, String> LIKE_BOOLEANS =
      Map.of("true", "on", "yes", "on", "1", "on", "false", "off", "no", "off", "0", "off");

  private static final Map<String, Map<String, String>> BY_SETTING =
      Map.of(
          "archive_mode", LIKE_BOOLEANS,
          "huge_pages", LIKE_BOOLEANS,
          "recovery_prefetch", LIKE_BOOLEANS,
          "wal_level", Map.of("archive", "replica", "hot_standby", "replica"));

  private UnlistedSpellings() {}

  static Map<String, String> of(String setting) {
    return BY_SETTING.getOrDefault(setting, Map.of());
  }
}
