package io.pgdouble.auth;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.FilePlace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What is wrong with a line of an authentication file. */
final class HbaErrors {
  private HbaErrors() {}

  /** A line that cannot be used. */
  static final class BadLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorReport report;
    private final transient Optional<String> shown;

    BadLineException(ErrorReport report) {
      this(report, Optional.of(report.message()));
    }

    /**
     * @param shown what the file's view says of it: not always what the log is told
     */
    private BadLineException(ErrorReport report, Optional<String> shown) {
      super(report.message());
      this.report = report;
      this.shown = shown;
    }

    ErrorReport report() {
      return report;
    }

    Optional<String> shown() {
      return shown;
    }

    BadLineException shownAs(String text) {
      return new BadLineException(report, Optional.of(text));
    }

    /** PostgreSQL differs: of some errors the view says nothing. */
    BadLineException notShown() {
      return new BadLineException(report, Optional.empty());
    }
  }

  /** Where an error is, innermost first. */
  static String where(Iterable<FilePlace> places) {
    return StreamSupport.stream(places.spliterator(), false)
        .map(place -> "line " + place.line() + " of configuration file \"" + place.file() + "\"")
        .collect(Collectors.joining("\n"));
  }

  /** A report of one line. */
  static ErrorReport report(FilePlace place, String message) {
    return ErrorReport.of(Severity.LOG, SqlState.CONFIG_FILE_ERROR, message)
        .with(ErrorField.WHERE, where(List.of(place)));
  }

  static BadLineException bad(FilePlace place, String message) {
    return new BadLineException(report(place, message));
  }

  static BadLineException bad(FilePlace place, String message, String hint) {
    return new BadLineException(report(place, message).withHint(hint));
  }

  /**
   * A word that should be a regular expression.
   *
   * @param report of the engine
   */
  static BadLineException badExpression(FilePlace place, String word, ErrorReport report) {
    String reason = report.message().replaceFirst("^invalid regular expression: ", "");
    String text = "invalid regular expression \"" + word.substring(1) + "\": " + reason;
    return new BadLineException(
        ErrorReport.of(Severity.LOG, report.code(), text)
            .with(ErrorField.WHERE, where(List.of(place))));
  }
}
