package io.pgdouble.cli;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a server that does not run yet tells its log: standard error, with the prefix that {@code
 * log_line_prefix} has of itself. {@code elog.c: send_message_to_server_log}.
 */
final class EarlyLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS z", Locale.ROOT);

  private final PrintStream err;
  private final long pid;
  private final ZoneId zone;

  EarlyLog(PrintStream err, long pid, ZoneId zone) {
    this.err = err;
    this.pid = pid;
    this.zone = zone;
  }

  void print(ErrorReport report) {
    print(report.severity().word(), report.message());
    report.field(ErrorField.DETAIL).ifPresent(detail -> print("DETAIL", detail));
    report.field(ErrorField.HINT).ifPresent(hint -> print("HINT", hint));
    report.field(ErrorField.WHERE).ifPresent(context -> print("CONTEXT", context));
  }

  private void print(String word, String text) {
    String indented = text.replace("\n", "\n\t");
    err.println(TIME.format(ZonedDateTime.now(zone)) + " [" + pid + "] " + word + ":  " + indented);
  }
}
