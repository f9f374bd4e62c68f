package io.pgdouble.engine;

import io.pgdouble.facts.Facts;
import io.pgdouble.settings.ServerSettings;
import java.util.List;
import java.util.Map;

/**
 * How a server was set up: what {@code initdb}, {@code postgresql.conf} and the first {@code CREATE
 * ROLE} decide in a real one.
 *
 * @param major the profile, 14 to 18
 * @param superuser the bootstrap role, normally {@code postgres}
 * @param roles more roles that may log in, without any attribute
 * @param settings values that differ from the boot values, by the settings' names
 */
public record EngineOptions(
    int major, String superuser, List<String> roles, Map<String, String> settings) {

  public EngineOptions {
    roles = List.copyOf(roles);
    settings = Map.copyOf(settings);
  }

  /** With no role but the superuser. */
  public EngineOptions(int major, String superuser, Map<String, String> settings) {
    this(major, superuser, List.of(), settings);
  }

  /**
   * What every session begins with.
   *
   * @throws io.pgdouble.error.ReportedError FATAL where a setting makes no sense
   */
  public ServerSettings serverSettings() {
    return ServerSettings.of(Facts.of(major), settings);
  }
}
