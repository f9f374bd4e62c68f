package io.pgdouble.settings;

import java.util.List;

/**
 * A setting's values in a session, once they may differ from the server's. Source: {@code
 * guc_tables.h: config_generic}.
 */
final class Variable {
  /**
   * Reported settings that have another than the built-in default before any session sets them, in
   * the order in which configuration file and start set them: {@code guc.c: guc_nondef_list}.
   */
  private static final List<String> BEFORE_SESSIONS =
      List.of("DateStyle", "TimeZone", "client_encoding");

  final Setting setting;
  Object value;

  /** Which assignment the value is of, counted from 0. */
  int assignment;

  private int assignments;
  private SettingSource source;

  /** When it last ceased to have the built-in default; the order of RESET ALL. */
  private long changedSince;

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
    this.changedSince = BEFORE_SESSIONS.indexOf(setting.name()) - BEFORE_SESSIONS.size();
    this.resetValue = value;
    this.resetSource = source;
  }

  SettingSource source() {
    return source;
  }

  /**
   * Says where the value comes from: {@code guc.c: set_guc_source}.
   *
   * @param now grows from call to call
   */
  void source(SettingSource from, long now) {
    if (source == SettingSource.DEFAULT && from != SettingSource.DEFAULT) {
      changedSince = now;
    }
    source = from;
  }

  long changedSince() {
    return changedSince;
  }

  /** Says what RESET goes back to, unless a stronger source has said it. */
  void resetsTo(Object reset, SettingSource from) {
    if (resetSource.compareTo(from) <= 0) {
      resetValue = reset;
      resetSource = from;
    }
  }

  /**
   * Says what the configuration says now.
   *
   * @return whether the value follows it, because nothing stronger has set it
   */
  boolean reloaded(Object configured, SettingSource from, long now) {
    boolean follows = source.compareTo(SettingSource.FILE) <= 0;
    if (resetSource.compareTo(SettingSource.FILE) <= 0) {
      resetValue = configured;
      resetSource = from;
    }
    if (saved != null) {
      assignments++;
      for (SavedValue level = saved; level != null; level = level.outer) {
        level.reloaded(configured, from, assignments);
      }
    }
    if (follows) {
      source(from, now);
    }
    return follows;
  }

  /** Gets another value. */
  void take(Object taken) {
    value = taken;
    assignment = ++assignments;
  }

  /** Remembers the value before a change at a level of nesting: {@code guc.c: push_old_value}. */
  void save(int level, SettingScope scope) {
    if (level == 0) {
      return;
    }
    if (saved != null && saved.level >= level) {
      saved.changedAgain(scope, this);
    } else {
      saved = new SavedValue(saved, level, scope, this);
    }
  }
}
