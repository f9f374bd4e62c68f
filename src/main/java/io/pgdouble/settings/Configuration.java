package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one reading of the configuration files came to: {@code guc.c: ProcessConfigFileInternal}.
 *
 * @param settings what the server has afterwards
 * @param items every line, and what became of it: the rows of {@code pg_file_settings}
 * @param reports what the server log is told, in order
 * @param failure at a start: why the server cannot start with these files. FATAL
 */
public record Configuration(
    ServerSettings settings,
    List<ConfigurationItem> items,
    List<ErrorReport> reports,
    Optional<ErrorReport> failure) {

  /** Its name within the data directory. {@code guc.h: PG_AUTOCONF_FILENAME}. */
  public static final String AUTO_CONFIGURATION = "postgresql.auto.conf";

  public Configuration {
    items = List.copyOf(items);
    reports = List.copyOf(reports);
  }

  /** Where the files of a server are. */
  public record Location(ConfigurationFiles files, String configFile, String dataDirectory) {
    /** The path of the file that ALTER SYSTEM writes. */
    public String autoConfiguration() {
      return dataDirectory + "/" + AUTO_CONFIGURATION;
    }
  }

  /**
   * Reads the configuration of a server that starts.
   *
   * @param before what its command line gives
   */
  public static Configuration atStart(Location location, ServerSettings before) {
    return read(location, before, Moment.START);
  }

  /** Reads the configuration of a running server again, as SIGHUP has it done. */
  public static Configuration reload(Location location, ServerSettings running) {
    return read(location, running, Moment.RELOAD);
  }

  /**
   * The value of {@code data_directory} in the main file, which must be known before the other file
   * can be found. {@code guc.c: SelectConfigFiles}.
   */
  public static FirstReading dataDirectory(ConfigurationFiles files, String configFile) {
    ConfigurationParser parser = new ConfigurationParser(files);
    parser.readRequired(configFile);
    Optional<String> directory =
        parser.items().stream()
            .filter(item -> item.name().filter("data_directory"::equalsIgnoreCase).isPresent())
            .reduce((first, second) -> second)
            .flatMap(ConfigurationItem::value);
    return new FirstReading(directory, parser.valid() ? parser.reports() : List.of());
  }

  /**
   * What the main file says of the data directory.
   *
   * @param reports what the server log is told, once more at the second reading
   */
  public record FirstReading(Optional<String> directory, List<ErrorReport> reports) {}

  /** The same, told after other reports. */
  public Configuration after(List<ErrorReport> earlier) {
    List<ErrorReport> all = new ArrayList<>(earlier);
    all.addAll(reports);
    return new Configuration(settings, items, all, failure);
  }

  /** The same lines for other settings. */
  public Configuration with(ServerSettings others) {
    return new Configuration(others, items, reports, failure);
  }

  private enum Moment {
    START,
    RELOAD
  }

  private static Configuration read(Location location, ServerSettings before, Moment moment) {
    ConfigurationParser parser = new ConfigurationParser(location.files());
    Run run = new Run(parser, before, moment);
    parser.readRequired(location.configFile());
    run.suspect(location.configFile());
    if (parser.valid()) {
      parser.readIfExists(location.autoConfiguration());
      // PostgreSQL differs: it names this one file without its directory.
      run.suspect(AUTO_CONFIGURATION);
    }
    if (parser.valid()) {
      run.checkNames();
    }
    if (!run.failed && parser.valid()) {
      run.apply();
    }
    return run.result();
  }

  /** The work of one reading. */
  private static final class Run {
    private final ConfigurationParser parser;
    private final Moment moment;
    private final List<ConfigurationItem> items;
    private final List<ErrorReport> reports;
    private final Map<Setting, Integer> inFile = new HashMap<>();
    private ServerStart start;
    private ServerSettings settings;
    private boolean failed;
    private boolean applying;
    private String fileWithError = "";

    Run(ConfigurationParser parser, ServerSettings before, Moment moment) {
      this.parser = parser;
      this.moment = moment;
      this.items = parser.items();
      this.reports = parser.reports();
      this.settings = before;
      this.start = new ServerStart(before);
    }

    /** Blames a file if something was wrong so far and no other is blamed yet. */
    void suspect(String file) {
      if (!parser.valid() && fileWithError.isEmpty()) {
        fileWithError = file;
      }
    }

    /** Finds unknown names, and of several lines for one setting those that do not count. */
    void checkNames() {
      for (int i = 0; i < items.size(); i++) {
        ConfigurationItem item = items.get(i);
        if (item.isIgnored()) {
          continue;
        }
        String name = item.name().orElseThrow();
        Optional<Setting> setting = start.find(name);
        if (setting.isPresent()) {
          Integer earlier = inFile.put(setting.get(), i);
          ignoreEarlier(earlier == null ? 0 : i, name);
        } else if (!PlaceholderNames.isCustom(name)) {
          unknown(i, item);
        }
      }
    }

    private void ignoreEarlier(int end, String name) {
      for (int i = 0; i < end; i++) {
        if (items.get(i).name().equals(Optional.of(name))) {
          items.set(i, items.get(i).ignored());
        }
      }
    }

    private void unknown(int index, ConfigurationItem item) {
      FilePlace place = item.place().orElseThrow();
      failed = true;
      fileWithError = place.file();
      items.set(index, item.failed("unrecognized configuration parameter"));
      log(
          SqlState.UNDEFINED_OBJECT,
          "unrecognized configuration parameter \""
              + item.name().orElseThrow()
              + "\" in file \""
              + place.file()
              + "\" line "
              + place.line());
    }

    void apply() {
      applying = true;
      forgetRemoved();
      for (int i = 0; i < items.size(); i++) {
        if (!items.get(i).isIgnored()) {
          items.set(i, applied(items.get(i)));
        }
      }
      settings = start.result();
    }

    private void forgetRemoved() {
      List<Setting> removed = new ArrayList<>();
      settings
          .given()
          .forEach(
              (setting, given) -> {
                if (given.source() == SettingSource.FILE && !inFile.containsKey(setting)) {
                  removed.add(setting);
                }
              });
      removed.sort((a, b) -> a.name().compareToIgnoreCase(b.name()));
      removed.forEach(this::forget);
      for (Setting setting : settings.pendingRestart()) {
        if (!inFile.containsKey(setting) && settings.isInitdbs(setting)) {
          start.isAsConfigured(setting);
        }
      }
      start = new ServerStart(start.result());
    }

    private void forget(Setting setting) {
      if (setting.context().compareTo(SettingContext.SIGHUP) < 0) {
        start.awaitRestart(setting);
        failed = true;
        String error = SettingErrors.needsRestart(setting.name()).message();
        log(SqlState.CANT_CHANGE_RUNTIME_PARAM, error);
        items.add(ConfigurationItem.error(error, Optional.empty()));
      } else {
        start.forget(setting);
        log(
            SqlState.SUCCESSFUL_COMPLETION,
            "parameter \""
                + setting.name()
                + "\" removed from configuration file, reset to default");
      }
    }

    private ConfigurationItem applied(ConfigurationItem item) {
      String name = item.name().orElseThrow();
      String before = start.text(name);
      try {
        takeOrCompare(item);
      } catch (ReportedError e) {
        reports.add(e.report().withSeverity(Severity.LOG));
        failed = true;
        fileWithError = item.place().orElseThrow().file();
        return item.failed("setting could not be applied");
      }
      if (moment == Moment.RELOAD && !start.text(name).equals(before)) {
        log(
            SqlState.SUCCESSFUL_COMPLETION,
            "parameter \"" + name + "\" changed to \"" + item.value().orElseThrow() + "\"");
      }
      return item.applied();
    }

    private void takeOrCompare(ConfigurationItem item) {
      String name = item.name().orElseThrow();
      Optional<Setting> fixed =
          start.find(name).filter(found -> found.context() == SettingContext.POSTMASTER);
      if (moment == Moment.RELOAD && fixed.isPresent()) {
        start.compare(fixed.get(), item);
      } else {
        start.take(name, item.value().orElseThrow(), item.place().orElseThrow());
      }
    }

    private void log(SqlState state, String message) {
      reports.add(ErrorReport.of(Severity.LOG, state, message));
    }

    Configuration result() {
      boolean bad = failed || !parser.valid();
      Optional<ErrorReport> conclusion = bad ? Optional.of(conclusion()) : Optional.empty();
      if (moment == Moment.RELOAD) {
        conclusion.ifPresent(reports::add);
        return new Configuration(settings, items, reports, Optional.empty());
      }
      return new Configuration(settings, items, reports, conclusion);
    }

    private ErrorReport conclusion() {
      String text = "configuration file \"" + fileWithError + "\" contains errors";
      if (moment == Moment.START) {
        return ErrorReport.fatal(SqlState.CONFIG_FILE_ERROR, text);
      }
      String came = applying ? "; unaffected changes were applied" : "; no changes were applied";
      return ErrorReport.of(Severity.LOG, SqlState.CONFIG_FILE_ERROR, text + came);
    }
  }
}
