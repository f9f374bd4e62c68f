package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** The rows of a query with INTO. */
record IntoRows(Estate estate, TargetReader.Into into, SpiResult result) {
  /** Whether too many rows bring a hint. */
  enum Hint {
    GIVEN,
    NONE
  }

  /**
   * Moves the first row into the target.
   *
   * @param one present where there may be no other row
   * @param query whose parameters are shown; empty where they are in its text
   */
  void move(Optional<Hint> one, Optional<PlExpression> query) {
    if (result.columns().isEmpty()) {
      throw new ReportedError(
          SqlState.SYNTAX_ERROR, "INTO used with a command that cannot return data");
    }
    boolean strict = into.strictness() == TargetReader.Strictness.STRICT;
    if (result.rows().isEmpty() && strict) {
      throw detailed(SqlState.NO_DATA_FOUND, "query returned no rows", query).toException();
    }
    if (result.rows().size() > 1 && one.isPresent()) {
      ErrorReport report =
          detailed(SqlState.TOO_MANY_ROWS, "query returned more than one row", query);
      throw one.get() == Hint.GIVEN
          ? report
              .withHint("Make sure the query returns a single row, or use LIMIT 1.")
              .toException()
          : report.toException();
    }
    estate.assignment.row(
        into.target(), result.rows().stream().findFirst(), result.columns().get());
  }

  private ErrorReport detailed(SqlState state, String message, Optional<PlExpression> query) {
    ErrorReport report = ErrorReport.error(state, message);
    boolean shown = estate.function.strictParameters() == Compilation.StrictParameters.SHOWN;
    if (!shown) {
      return report;
    }
    if (query.isEmpty()) {
      throw ErrorReport.notSimulated("print_strict_params of EXECUTE").toException();
    }
    return StrictParameterText.of(estate, query.get())
        .map(text -> report.withDetail("parameters: " + text))
        .orElse(report);
  }
}
