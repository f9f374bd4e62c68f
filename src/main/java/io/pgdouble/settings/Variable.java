package io.pgdouble.settings;

/**
 * A setting's values in a session, once they may differ from the server's. Source: {@code
 * guc_tables.h: config_generic}.
 */
final class Variable {
  final Setting setting;
  Object value;
  SettingSource source;

  /** What RESET goes back to. */
  Object resetValue;

  SettingSource resetSource;

  /** What was there before the transactions that are in progress changed it; null if none did. */
  SavedValue saved;

  /** What the frontend was told last; null if it has not been told anything. */
  String lastReported;

  /** Whether the frontend may have to be told. */
  boolean awaitsReport;

  Variable(Setting setting, Object value, SettingSource source) {
    this.setting = setting;
    this.value = value;
    this.source = source;
    this.resetValue = value;
    this.resetSource = source;
  }

  /** Remembers the value before a change at a level of nesting: {@code guc.c: push_old_value}. */
  void save(int level, SettingScope scope) {
    if (level == 0) {
      return;
    }
    if (saved != null && saved.level >= level) {
      saved.changedAgain(scope, value);
    } else {
      saved = new SavedValue(saved, level, scope, this);
    }
  }
}
