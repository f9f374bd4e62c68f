package io.pgdouble.settings;

/**
 * Where a value came from, weakest first: a stronger one is not overridden by a weaker. Source:
 * {@code guc.h: GucSource}.
 */
public enum SettingSource {
  DEFAULT("default"),
  DYNAMIC_DEFAULT("default"),
  ENVIRONMENT_VARIABLE("environment variable"),
  FILE("configuration file"),
  COMMAND_LINE("command line"),
  GLOBAL("global"),
  DATABASE("database"),
  USER("user"),
  DATABASE_USER("database user"),
  CLIENT("client"),
  OVERRIDE("override"),
  INTERACTIVE("interactive"),
  TEST("test"),
  SESSION("session");

  private final String text;

  SettingSource(String text) {
    this.text = text;
  }

  /** As {@code pg_settings.source} says it. */
  public String text() {
    return text;
  }

  /** Whether the server takes it while it starts or reloads, outside of any transaction. */
  boolean isOfServer() {
    return compareTo(GLOBAL) < 0;
  }

  static SettingSource of(String text) {
    for (SettingSource source : values()) {
      if (source.text.equals(text)) {
        return source;
      }
    }
    throw new IllegalArgumentException(text);
  }
}
