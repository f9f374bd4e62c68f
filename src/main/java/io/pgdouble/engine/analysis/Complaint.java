package io.pgdouble.engine.analysis;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.function.Supplier;

/** Errors of analysis, which point into the query string ({@code parser_errposition}). */
final class Complaint {
  private Complaint() {}

  /** An error at an offset; −1 gives none. */
  static ErrorReport at(int location, SqlState state, String message) {
    ErrorReport report = ErrorReport.error(state, message);
    return location < 0 ? report : report.withPosition(location + 1);
  }

  static ReportedError error(int location, SqlState state, String message) {
    return at(location, state, message).toException();
  }

  static ReportedError notSimulated(String what) {
    return ErrorReport.notSimulated(what).toException();
  }

  /** Runs a function that knows no positions ({@code setup_parser_errposition_callback}). */
  static <T> T positioned(int location, Supplier<T> function) {
    try {
      return function.get();
    } catch (ReportedError error) {
      ErrorReport report = error.report();
      if (location < 0 || report.field(ErrorField.POSITION).isPresent()) {
        throw error;
      }
      throw report.withPosition(location + 1).toException();
    }
  }
}
