package io.pgdouble.engine.plpgsql;

import java.util.Optional;

/** EXIT and CONTINUE ({@code exec_stmt_exit}). */
final class ExitStatement extends PlStatement {
  private final Outcome outcome;
  private final Optional<String> label;
  private final Optional<PlExpression> condition;

  ExitStatement(
      int line, Outcome outcome, Optional<String> label, Optional<PlExpression> condition) {
    super(line);
    this.outcome = outcome;
    this.label = label;
    this.condition = condition;
  }

  @Override
  String typeName() {
    return outcome.name();
  }

  @Override
  Outcome run(Estate estate) {
    if (condition.isPresent() && !estate.holds(condition.get())) {
      return Outcome.OK;
    }
    estate.exitLabel = label;
    return outcome;
  }
}
