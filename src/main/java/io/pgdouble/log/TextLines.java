package io.pgdouble.log;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import java.util.Optional;

/** The log's text form. Source: {@code elog.c: send_message_to_server_log}. */
final class TextLines implements LogLines {
  private final LinePrefix prefix;

  TextLines(LinePrefix prefix) {
    this.prefix = prefix;
  }

  @Override
  public String of(LogEntry entry) {
    ErrorReport report = entry.report();
    Writing writing = new Writing(entry);
    String code = entry.verbosity() == LogVerbosity.VERBOSE ? report.code() + ": " : "";
    writing.line(report.severity().word(), code + message(report));
    if (entry.verbosity() != LogVerbosity.TERSE) {
      report.field(ErrorField.DETAIL).ifPresent(text -> writing.line("DETAIL", text));
      report.field(ErrorField.HINT).ifPresent(text -> writing.line("HINT", text));
      report.field(ErrorField.INTERNAL_QUERY).ifPresent(text -> writing.line("QUERY", text));
      report.field(ErrorField.WHERE).ifPresent(text -> writing.line("CONTEXT", text));
    }
    entry.location().ifPresent(place -> writing.line("LOCATION", place));
    entry.statement().ifPresent(text -> writing.line("STATEMENT", text));
    return writing.out.toString();
  }

  private static String message(ErrorReport report) {
    Optional<String> position =
        report.field(ErrorField.POSITION).or(() -> report.field(ErrorField.INTERNAL_POSITION));
    String text = report.message().isEmpty() ? "missing error text" : report.message();
    return position.map(at -> text + " at character " + at).orElse(text);
  }

  /** The lines of one entry as they are written; each counts. */
  private final class Writing {
    private final StringBuilder out = new StringBuilder();
    private final LogEntry entry;
    private long number;

    Writing(LogEntry entry) {
      this.entry = entry;
      this.number = entry.origin().numbers().line();
    }

    /** {@code append_with_tabs}. */
    void line(String word, String text) {
      out.append(prefix.of(entry, number)).append(word).append(":  ");
      out.append(text.replace("\n", "\n\t")).append('\n');
      number++;
    }
  }
}
