package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Errors of a compilation: a position in the body becomes one in the query that the body stands in
 * ({@code pl_comp.c: plpgsql_compile_error_callback}).
 *
 * @param query empty where the body stands in none that is at hand
 */
record CompileContext(Compilation compilation, Optional<String> query)
    implements ErrorContexts.Callback {
  @Override
  public ErrorReport describe(ErrorReport report) {
    Optional<String> position =
        report.field(ErrorField.POSITION).or(() -> report.field(ErrorField.INTERNAL_POSITION));
    if (query.isPresent() && position.isPresent()) {
      return transposed(report, Integer.parseInt(position.get()));
    }
    return ErrorContexts.line(
        report,
        "compilation of PL/pgSQL function \""
            + compilation.function.name()
            + "\" near line "
            + compilation.latestLine);
  }

  /** {@code pg_proc.c: function_parse_error_transpose}. */
  private ErrorReport transposed(ErrorReport report, int position) {
    String source = compilation.function.source();
    OptionalInt found = new BodyInQuery(source, query.orElseThrow()).position(position);
    return found.isPresent()
        ? report
            .without(ErrorField.INTERNAL_POSITION)
            .without(ErrorField.INTERNAL_QUERY)
            .withPosition(found.getAsInt())
        : report
            .without(ErrorField.POSITION)
            .with(ErrorField.INTERNAL_POSITION, Integer.toString(position))
            .with(ErrorField.INTERNAL_QUERY, source);
  }
}
