package io.pgdouble.settings;

import java.util.Optional;

/**
 * A wish to change a setting: {@code guc.c: set_config_option}.
 *
 * @param name as the frontend spelt it
 * @param value empty to reset
 * @param context who asks
 * @param source where the value comes from
 */
record Change(
    String name,
    Optional<String> value,
    SettingContext context,
    SettingSource source,
    SettingScope scope) {

  /** Whether this sets what RESET goes back to. */
  boolean makesDefault() {
    return source.compareTo(SettingSource.OVERRIDE) <= 0
        && (value.isPresent() || source == SettingSource.DEFAULT);
  }
}
