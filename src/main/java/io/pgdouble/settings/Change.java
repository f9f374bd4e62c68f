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

  /**
   * What SET SESSION AUTHORIZATION does beside, so that both last equally long: SET ROLE NONE, or
   * RESET ROLE.
   */
  Change alsoSetRoleNone() {
    return new Change("role", value.map(given -> RoleChecks.NO_ROLE), context, source, scope);
  }

  /** Whether this sets what RESET goes back to. */
  boolean makesDefault() {
    return source.compareTo(SettingSource.OVERRIDE) <= 0
        && (value.isPresent() || source == SettingSource.DEFAULT);
  }
}
