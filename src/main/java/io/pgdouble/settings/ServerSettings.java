package io.pgdouble.settings;

import io.pgdouble.facts.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values every session begins with: what initdb and the server's start left. Shared by all
 * sessions; a session keeps only what differs. Immutable.
 */
public final class ServerSettings {
  private final SettingCatalog catalog;
  private final Map<Setting, Object> given = new HashMap<>();

  /** Values read from the facts, when somebody first asks. */
  private final Map<Setting, Object> learned = new ConcurrentHashMap<>();

  private ServerSettings(SettingCatalog catalog, Map<String, String> values) {
    this.catalog = catalog;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      Setting setting = catalog.get(entry.getKey());
      given.put(setting, ValueParser.parse(setting, entry.getKey(), entry.getValue()));
    }
  }

  /**
   * The settings of a server.
   *
   * @param values what its command line gives, by name; the rest is as initdb leaves it
   * @throws io.pgdouble.error.ReportedError 42704 for an unknown name, 22023 for a wrong value
   */
  public static ServerSettings of(Facts facts, Map<String, String> values) {
    return new ServerSettings(SettingCatalog.of(facts), values);
  }

  public SettingCatalog catalog() {
    return catalog;
  }

  /** The value a fresh session has. */
  Object value(Setting setting) {
    Object value = given.get(setting);
    return value != null ? value : learned.computeIfAbsent(setting, ServerSettings::initial);
  }

  private static Object initial(Setting setting) {
    String text =
        switch (setting.name()) {
          case "archive_command" -> "";
          case "seed", "tcp_keepalives_count", "tcp_keepalives_idle", "tcp_keepalives_interval" ->
              "0";
          default -> setting.initialText().orElse("");
        };
    return ValueParser.parse(setting, setting.name(), text);
  }

  /** Where the value of a fresh session comes from. */
  SettingSource source(Setting setting) {
    if (given.containsKey(setting)) {
      return SettingSource.COMMAND_LINE;
    }
    if (setting.name().equals("client_encoding")) {
      // postinit.c: CheckMyDatabase. It is shown as "default" all the same.
      return SettingSource.DYNAMIC_DEFAULT;
    }
    return setting.fact("source").map(SettingSource::of).orElse(SettingSource.DEFAULT);
  }
}
