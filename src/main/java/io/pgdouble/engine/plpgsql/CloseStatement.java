package io.pgdouble.engine.plpgsql;

/** {@code exec_stmt_close}. */
final class CloseStatement extends PlStatement {
  private final Datum.Scalar variable;

  CloseStatement(int line, Datum.Scalar variable) {
    super(line);
    this.variable = variable;
  }

  @Override
  String typeName() {
    return "CLOSE";
  }

  @Override
  Outcome run(Estate estate) {
    estate.spi.portals().drop(Cursors.portal(estate, variable));
    return Outcome.OK;
  }
}
