package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.portal.Portal;
import java.util.Optional;

/** {@code exec_stmt_open}. */
final class OpenStatement extends PlStatement {
  private final Datum.Scalar variable;
  private final Opened opened;

  OpenStatement(int line, Datum.Scalar variable, Opened opened) {
    super(line);
    this.variable = variable;
    this.opened = opened;
  }

  /**
   * What is opened: a query, a text, or what the cursor is bound to.
   *
   * @param arguments of a bound cursor
   */
  record Opened(
      Optional<PlExpression> query,
      Optional<DynamicSql> text,
      Optional<PlExpression> arguments,
      int options) {}

  @Override
  String typeName() {
    return "OPEN";
  }

  @Override
  Outcome run(Estate estate) {
    Optional<String> name = Cursors.freeName(estate, variable);
    if (opened.text().isPresent()) {
      Portal portal = opened.text().get().open(estate, name, opened.options());
      Cursors.keepName(estate, variable, name, portal);
      return Outcome.OK;
    }
    if (opened.query().isPresent()) {
      Cursors.open(estate, variable, opened.query().get(), opened.options());
      return Outcome.OK;
    }
    Cursors.arguments(estate, variable, opened.arguments());
    Cursors.open(estate, variable, variable.cursorQuery, variable.cursorOptions);
    return Outcome.OK;
  }
}
