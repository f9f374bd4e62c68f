package io.pgdouble.log;

import io.pgdouble.error.Severity;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.type.Zone;
import java.util.Locale;

/** What the whole server's settings say of its log. Immutable; a reload makes another. */
final class LogSettings {
  private final ServerSettings of;
  private final TextLines lines;
  private final LogLevels levels;

  LogSettings(ServerSettings settings) {
    of = settings;
    String name = settings.text("log_timezone");
    Zone zone = Zone.find(name).orElseThrow(() -> new IllegalStateException("zone " + name));
    lines = new TextLines(new LinePrefix(settings.text("log_line_prefix"), zone));
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

  TextLines lines() {
    return lines;
  }
}
