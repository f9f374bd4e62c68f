package io.pgdouble.engine.plpgsql;

import java.util.Optional;

/** LOOP and WHILE ({@code exec_stmt_loop, exec_stmt_while}). */
final class LoopStatement extends PlStatement {
  private final Optional<PlExpression> condition;
  private final LoopBody body;

  LoopStatement(int line, Optional<PlExpression> condition, LoopBody body) {
    super(line);
    this.condition = condition;
    this.body = body;
  }

  @Override
  String typeName() {
    return condition.isPresent() ? "WHILE" : "LOOP";
  }

  @Override
  Outcome run(Estate estate) {
    while (condition.isEmpty() || estate.holds(condition.get())) {
      Optional<Outcome> end = body.once(estate);
      if (end.isPresent()) {
        return end.get();
      }
    }
    return Outcome.OK;
  }
}
