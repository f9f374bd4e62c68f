package io.pgdouble.engine.plpgsql;

/** {@code exec_stmt_assign}. */
final class AssignStatement extends PlStatement {
  private final Datum target;
  private final PlExpression expression;

  AssignStatement(int line, Datum target, PlExpression expression) {
    super(line);
    this.target = target;
    this.expression = expression;
  }

  @Override
  String typeName() {
    return "assignment";
  }

  @Override
  Outcome run(Estate estate) {
    estate.assignment.expression(target, expression);
    return Outcome.OK;
  }
}
