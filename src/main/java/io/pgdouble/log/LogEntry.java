package io.pgdouble.log;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One report on its way into the log.
 *
 * @param time microseconds since 2000-01-01 00:00 UTC
 * @param statement the query string at fault, where it is to be told
 */
public record LogEntry(
    long time,
    LogOrigin origin,
    ErrorReport report,
    Optional<String> statement,
    LogVerbosity verbosity) {
  private static final ErrorField[] MORE = {
    ErrorField.DETAIL, ErrorField.HINT, ErrorField.INTERNAL_QUERY, ErrorField.WHERE
  };

  /** Where in PostgreSQL's source it was reported; empty where that is not to be told. */
  Optional<String> location() {
    if (verbosity != LogVerbosity.VERBOSE) {
      return Optional.empty();
    }
    return report
        .field(ErrorField.FILE)
        .map(file -> file + ":" + report.field(ErrorField.LINE).orElse("0"))
        .map(place -> report.field(ErrorField.ROUTINE).map(r -> r + ", " + place).orElse(place));
  }

  /** How many lines with a prefix it makes. */
  static int prefixes(ErrorReport report, Optional<String> statement, LogVerbosity verbosity) {
    int lines = 1 + (statement.isPresent() ? 1 : 0);
    if (verbosity != LogVerbosity.TERSE) {
      lines += (int) Stream.of(MORE).filter(field -> report.field(field).isPresent()).count();
    }
    boolean located = report.field(ErrorField.FILE).isPresent();
    return verbosity == LogVerbosity.VERBOSE && located ? lines + 1 : lines;
  }
}
