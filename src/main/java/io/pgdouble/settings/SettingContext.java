package io.pgdouble.settings;

/**
 * When a setting may change, or who asks for a change: from "never" to "anybody, any time". Source:
 * {@code guc.h: GucContext}.
 */
public enum SettingContext {
  INTERNAL("internal"),
  POSTMASTER("postmaster"),
  SIGHUP("sighup"),
  SUPERUSER_BACKEND("superuser-backend"),
  BACKEND("backend"),
  SUPERUSER("superuser"),
  USER("user");

  private final String text;

  SettingContext(String text) {
    this.text = text;
  }

  /** As {@code pg_settings.context} says it. */
  public String text() {
    return text;
  }

  static SettingContext of(String text) {
    for (SettingContext context : values()) {
      if (context.text.equals(text)) {
        return context;
      }
    }
    throw new IllegalArgumentException(text);
  }
}
