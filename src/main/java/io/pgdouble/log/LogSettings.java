package io.pgdouble.log;

import io.pgdouble.error.Severity;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.type.Zone;
import java.util.Locale;
import java.util.Map;

/** What the whole server's settings say of its log. Immutable; a reload makes another. */
final class LogSettings {
  private final ServerSettings of;
  private final LogFileRules files;
  private final Map<LogFormat, LogLines> lines;
  private final LogLevels levels;

  LogSettings(ServerSettings settings) {
    of = settings;
    String name = settings.text("log_timezone");
    Zone zone = Zone.find(name).orElseThrow(() -> new IllegalStateException("zone " + name));
    files = LogFileRules.of(settings, zone);
    LinePrefix prefix = new LinePrefix(settings.text("log_line_prefix"), zone);
    lines =
        Map.of(
            LogFormat.STDERR, new TextLines(prefix),
            LogFormat.CSVLOG, new CsvLines(zone),
            LogFormat.JSONLOG, new JsonLines(zone));
    levels =
        new LogLevels(
            severity(settings.text("log_min_messages")),
            severity(settings.text("log_min_error_statement")),
            LogVerbosity.valueOf(upper(settings.text("log_error_verbosity"))));
  }

  private static Severity severity(String word) {
    return Severity.valueOf(upper(word));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  boolean isOf(ServerSettings settings) {
    return of == settings;
  }

  /** For who has no settings of its own. */
  LogLevels levels() {
    return levels;
  }

  LogFileRules files() {
    return files;
  }

  /** An entry as it is to be written in some form. */
  String text(LogFormat format, LogEntry entry) {
    return lines.get(format).of(entry);
  }
}
