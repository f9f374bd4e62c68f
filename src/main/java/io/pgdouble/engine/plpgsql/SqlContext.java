package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import java.util.Optional;

/**
 * Errors in a text of SQL: a position becomes one in this text, which is shown ({@code spi.c:
 * _SPI_error_callback}).
 *
 * @param words what the text is called
 */
record SqlContext(String query, String words) implements ErrorContexts.Callback {
  static SqlContext statement(String query) {
    return new SqlContext(query, "SQL statement");
  }

  @Override
  public ErrorReport describe(ErrorReport report) {
    Optional<String> position = report.field(ErrorField.POSITION);
    if (position.isPresent()) {
      return report
          .without(ErrorField.POSITION)
          .with(ErrorField.INTERNAL_POSITION, position.get())
          .with(ErrorField.INTERNAL_QUERY, query);
    }
    return ErrorContexts.line(report, words + " \"" + query + "\"");
  }
}
