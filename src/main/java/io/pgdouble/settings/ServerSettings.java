package io.pgdouble.settings;

import io.pgdouble.facts.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values every session begins with: what initdb and the server's start left. Shared by all
 * sessions; a session keeps only what differs. Immutable.
 */
public final class ServerSettings {
  private final SettingCatalog catalog;

  /** What the command line gives. */
  private final Map<Setting, Object> given;

  /** Placeholders that the command line gives, by their names in small letters. */
  private final Map<String, Setting> placeholders;

  /** Values read from the facts, when somebody first asks. */
  private final Map<Setting, Object> learned = new ConcurrentHashMap<>();

  private ServerSettings(
      SettingCatalog catalog, Map<Setting, Object> given, Map<String, Setting> placeholders) {
    this.catalog = catalog;
    this.given = given;
    this.placeholders = placeholders;
  }

  /**
   * The settings of a server.
   *
   * @param values what its command line gives, by name; the rest is as initdb leaves it
   * @throws io.pgdouble.error.ReportedError FATAL, as the server refuses a name or a value
   */
  public static ServerSettings of(Facts facts, Map<String, String> values) {
    return new ServerSettings(SettingCatalog.of(facts), Map.of(), Map.of()).with(values);
  }

  /**
   * These settings, with more values of the command line laid over them: {@code postmaster.c:
   * PostmasterMain}.
   *
   * @throws io.pgdouble.error.ReportedError FATAL, as the server refuses a name or a value
   */
  public ServerSettings with(Map<String, String> values) {
    if (values.isEmpty()) {
      return this;
    }
    Map<Setting, Object> more = new HashMap<>(given);
    Map<String, Setting> names = new HashMap<>(placeholders);
    ServerStart start = new ServerStart(this);
    for (Map.Entry<String, String> entry : values.entrySet()) {
      Setting setting = start.take(entry.getKey(), entry.getValue());
      more.put(setting, start.value(setting));
      if (setting.has(SettingFlag.CUSTOM_PLACEHOLDER)) {
        names.put(AsciiText.lower(setting.name()), setting);
      }
    }
    return new ServerSettings(catalog, more, names);
  }

  /** The profile: 14 to 18. */
  public int major() {
    return catalog.facts().major();
  }

  public SettingCatalog catalog() {
    return catalog;
  }

  /** A setting by its name in letters of any case, the placeholders among them. */
  Optional<Setting> find(String name) {
    Optional<Setting> found = catalog.find(name);
    return found.isPresent() ? found : Optional.ofNullable(placeholders.get(AsciiText.lower(name)));
  }

  /** Whether the command line gives it. */
  public boolean isGiven(String name) {
    return given.containsKey(catalog.get(name));
  }

  /** The value of an integer setting that must be there, in its own unit. */
  public int integer(String name) {
    return (Integer) value(catalog.get(name));
  }

  /** The value of a string setting that must be there. */
  public String text(String name) {
    return (String) value(catalog.get(name));
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
