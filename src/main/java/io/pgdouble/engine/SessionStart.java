package io.pgdouble.engine;

import java.util.List;
import java.util.Optional;

/**
 * What a frontend asked for in its startup packet, once it has been authenticated. Manual: {@code
 * protocol-message-formats § StartupMessage}.
 *
 * @param user the role asked for, never empty
 * @param database the database asked for; the host has already put the user's name where none was
 * @param options the packet's {@code options}: command-line arguments for the backend
 * @param settings every other parameter in the packet's order, run-time settings all; without
 *     {@code user}, {@code database}, {@code options}, {@code replication} and {@code _pq_.*}
 */
public record SessionStart(
    String user, String database, Optional<String> options, List<StartupSetting> settings) {

  /** What the packet gives a setting, the last time where it does so twice. */
  public Optional<String> setting(String name) {
    return settings.stream()
        .filter(setting -> setting.name().equals(name))
        .map(StartupSetting::value)
        .reduce((first, last) -> last);
  }

  /** One run-time setting of a startup packet, as it was spelt there. */
  public record StartupSetting(String name, String value) {}
}
