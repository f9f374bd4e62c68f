package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.portal.Portal;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** Cursors of a function ({@code pl_exec.c: exec_stmt_open, exec_stmt_forc}). */
final class Cursors {
  private Cursors() {}

  /** The name that a cursor variable holds; empty where it is null. */
  static Optional<String> name(Estate estate, Datum.Scalar variable) {
    return Optional.ofNullable((String) estate.variables.raw(variable));
  }

  /** The same, which must not be in use. */
  static Optional<String> freeName(Estate estate, Datum.Scalar variable) {
    Optional<String> name = name(estate, variable);
    if (name.flatMap(estate.spi.portals()::find).isPresent()) {
      throw new ReportedError(
          SqlState.DUPLICATE_CURSOR, "cursor \"" + name.get() + "\" already in use");
    }
    return name;
  }

  /** The open portal of a cursor variable. */
  static Portal portal(Estate estate, Datum.Scalar variable) {
    String name =
        name(estate, variable)
            .orElseThrow(
                () -> PlErrors.nullValue("cursor variable \"" + variable.name + "\" is null"));
    return estate
        .spi
        .portals()
        .find(name)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_CURSOR, "cursor \"" + name + "\" does not exist"));
  }

  /** Opens a cursor over a query of the function, and keeps a name that was made up. */
  static Portal open(Estate estate, Datum.Scalar variable, PlExpression query, int options) {
    Optional<String> name = freeName(estate, variable);
    Portal portal = open(estate, name, query, options);
    keepName(estate, variable, name, portal);
    return portal;
  }

  /** {@code SPI_cursor_open_internal}: what no cursor can be opened over. */
  static void requireRows(SpiPlan plan) {
    if (plan.tags().size() != 1) {
      throw new ReportedError(
          SqlState.INVALID_CURSOR_DEFINITION, "cannot open multi-query plan as cursor");
    }
    if (!plan.givesRows()) {
      String tag = plan.tags().get(0).replaceFirst("^SELECT$", "SELECT INTO");
      throw new ReportedError(
          SqlState.INVALID_CURSOR_DEFINITION, "cannot open " + tag + " query as cursor");
    }
  }

  static void keepName(Estate estate, Datum.Scalar variable, Optional<String> name, Portal portal) {
    if (name.isEmpty()) {
      PlErrors.checkAssignable(variable);
      estate.variables.set(variable, portal.name());
    }
  }

  /** {@code SPI_cursor_open_with_paramlist}. */
  static Portal open(Estate estate, Optional<String> name, PlExpression query, int options) {
    PreparedSql prepared = SqlStatement.prepared(estate, query);
    requireRows(prepared.plan());
    return estate
        .spi
        .contexts()
        .during(
            SqlContext.statement(query.query),
            () ->
                estate.spi.open(
                    name,
                    options,
                    new SpiPlan.Cursor(
                        prepared.plan(),
                        ExpressionVariables.values(prepared.references(), estate.variables))));
  }

  /** Gives a bound cursor's parameters their values. */
  static void arguments(Estate estate, Datum.Scalar variable, Optional<PlExpression> arguments) {
    if (arguments.isEmpty()) {
      return;
    }
    TargetReader.Into into =
        new TargetReader.Into(variable.cursorArguments, TargetReader.Strictness.LOOSE);
    SpiResult result = new CursorArguments(arguments.get()).run(estate);
    estate.found(result.processed() != 0);
    estate.processed = result.processed();
    new IntoRows(estate, into, result).move(Optional.empty(), arguments);
  }
}
