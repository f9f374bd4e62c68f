package io.pgdouble.settings;

import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values every session begins with: what configuration and command line made of the values
 * built in. Shared by all sessions; a session keeps only what differs. Immutable; a reload makes
 * another one.
 */
public final class ServerSettings {
  private final SettingCatalog catalog;
  private final Base base;

  /** What configuration files, command line and environment give, in the order it was taken. */
  private final Map<Setting, Given> given;

  /** Placeholders among what is given, by their names in small letters. */
  private final Map<String, Setting> placeholders;

  /** Those that only a restart could change, and that their configuration wants changed. */
  private final Set<Setting> pendingRestart;

  /** Values read from the facts, when somebody first asks. */
  private final Map<Setting, Object> learned = new ConcurrentHashMap<>();

  /** What a server has that is given nothing. */
  public enum Base {
    /** The configuration file that initdb wrote, in memory. */
    INITDB,
    /** Nothing but the values built in: the configuration file is read. */
    BOOT
  }

  /**
   * A value that is not built in.
   *
   * @param place where it stands in a file, if it does
   */
  record Given(Object value, SettingSource source, Optional<FilePlace> place) {}

  ServerSettings(ServerSettings before, Map<Setting, Given> given, Set<Setting> pendingRestart) {
    this.catalog = before.catalog;
    this.base = before.base;
    this.given = Collections.unmodifiableMap(given);
    this.pendingRestart = Collections.unmodifiableSet(pendingRestart);
    this.placeholders = new HashMap<>(0);
    for (Setting setting : given.keySet()) {
      if (setting.has(SettingFlag.CUSTOM_PLACEHOLDER)) {
        placeholders.put(AsciiText.lower(setting.name()), setting);
      }
    }
  }

  private ServerSettings(SettingCatalog catalog, Base base) {
    this.catalog = catalog;
    this.base = base;
    this.given = Map.of();
    this.placeholders = Map.of();
    this.pendingRestart = Set.of();
  }

  /** The settings of a server that is given nothing. */
  public static ServerSettings of(Facts facts, Base base) {
    return new ServerSettings(SettingCatalog.of(facts), base);
  }

  /**
   * The settings of a server.
   *
   * @param values what its command line gives, by name; the rest is as initdb leaves it
   * @throws io.pgdouble.error.ReportedError FATAL, as the server refuses a name or a value
   */
  public static ServerSettings of(Facts facts, Map<String, String> values) {
    return of(facts, Base.INITDB).with(values);
  }

  /**
   * These settings, with more values of the command line laid over them: {@code postmaster.c:
   * PostmasterMain}.
   *
   * @throws io.pgdouble.error.ReportedError FATAL, as the server refuses a name or a value
   */
  public ServerSettings with(Map<String, String> values) {
    return with(values, SettingSource.COMMAND_LINE);
  }

  /**
   * The same for values from elsewhere.
   *
   * @throws io.pgdouble.error.ReportedError FATAL, as the server refuses a name or a value
   */
  public ServerSettings with(Map<String, String> values, SettingSource source) {
    if (values.isEmpty()) {
      return this;
    }
    ServerStart start = new ServerStart(this);
    values.forEach((name, value) -> start.takeOrDie(name, value, source));
    return start.result();
  }

  Map<Setting, Given> given() {
    return new LinkedHashMap<>(given);
  }

  Set<Setting> pendingRestart() {
    return new HashSet<>(pendingRestart);
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

  /** Whether configuration or command line gives it. */
  public boolean isGiven(String name) {
    return given.containsKey(catalog.get(name));
  }

  /** The value of a boolean setting that must be there. */
  public boolean bool(String name) {
    return (Boolean) value(catalog.get(name));
  }

  /** The value of an integer setting that must be there, in its own unit. */
  public int integer(String name) {
    return (Integer) value(catalog.get(name));
  }

  /** The value of a string or enum setting that must be there. */
  public String text(String name) {
    return (String) value(catalog.get(name));
  }

  /** The value as {@code postgres -C} prints it: {@code guc.c: GetConfigOption}. */
  public Optional<String> plain(String name) {
    return find(name).map(setting -> ValueText.plain(setting, value(setting)));
  }

  /** The value a fresh session has. */
  Object value(Setting setting) {
    Given here = given.get(setting);
    return here != null ? here.value() : learned(setting);
  }

  /** Looked for first: to compute what is there already may take a lock. */
  private Object learned(Setting setting) {
    Object known = learned.get(setting);
    return known != null ? known : learned.computeIfAbsent(setting, this::initial);
  }

  private Object initial(Setting setting) {
    String text =
        switch (setting.name()) {
          case "archive_command" -> "";
          case "seed", "tcp_keepalives_count", "tcp_keepalives_idle", "tcp_keepalives_interval" ->
              "0";
          default -> builtIn(setting);
        };
    return ValueParser.parse(setting, setting.name(), text);
  }

  private String builtIn(Setting setting) {
    boolean boot = base == Base.BOOT && learnedSource(setting) == SettingSource.FILE;
    return (boot ? setting.bootText() : setting.initialText()).orElse("");
  }

  /** Whether its line is in the configuration file that is in memory. */
  boolean isInitdbs(Setting setting) {
    return base == Base.INITDB && learnedSource(setting) == SettingSource.FILE;
  }

  private static SettingSource learnedSource(Setting setting) {
    return setting.fact("source").map(SettingSource::of).orElse(SettingSource.DEFAULT);
  }

  /** Where the value of a fresh session comes from. */
  SettingSource source(Setting setting) {
    Given here = given.get(setting);
    if (here != null) {
      return here.source();
    }
    if (setting.name().equals("client_encoding")) {
      // postinit.c: CheckMyDatabase. It is shown as "default" all the same.
      return SettingSource.DYNAMIC_DEFAULT;
    }
    SettingSource source = learnedSource(setting);
    return source == SettingSource.FILE && base == Base.BOOT ? SettingSource.DEFAULT : source;
  }

  /** Where in a file its value stands. */
  Optional<FilePlace> place(Setting setting) {
    Given here = given.get(setting);
    return here == null ? Optional.empty() : here.place();
  }

  /**
   * Those that have another value here than there, or have it from elsewhere: first those that are
   * given no more, whose order is PostgreSQL's hash table's and not known, then the others in the
   * order in which they were taken.
   */
  List<Setting> changedFrom(ServerSettings before) {
    Comparator<Setting> byName = Comparator.comparing(Setting::name, String::compareToIgnoreCase);
    List<Setting> all = new ArrayList<>(before.given.keySet());
    all.removeAll(given.keySet());
    all.sort(byName.reversed());
    all.addAll(given.keySet());
    all.removeIf(
        setting ->
            value(setting).equals(before.value(setting))
                && source(setting) == before.source(setting));
    return all;
  }

  /** Whether it waits for a restart to get the value its configuration gives it. */
  boolean pendingRestart(Setting setting) {
    return pendingRestart.contains(setting);
  }
}
