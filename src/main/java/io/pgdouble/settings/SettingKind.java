package io.pgdouble.settings;

import java.util.Locale;

/** What values a setting has. Source: {@code guc_tables.h: config_type}. */
public enum SettingKind {
  /** A {@link Boolean}. */
  BOOL,
  /** An {@link Integer} in the setting's own unit. */
  INTEGER,
  /** A {@link Double} in the setting's own unit. */
  REAL,
  /** A {@link String}, never null. */
  STRING,
  /** A {@link String}, one of the setting's names for its values. */
  ENUM;

  /** As {@code pg_settings.vartype} says it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SettingKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
