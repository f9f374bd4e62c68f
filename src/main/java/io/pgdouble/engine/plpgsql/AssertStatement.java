package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** {@code exec_stmt_assert}. */
final class AssertStatement extends PlStatement {
  private final PlExpression condition;
  private final Optional<PlExpression> message;

  AssertStatement(int line, PlExpression condition, Optional<PlExpression> message) {
    super(line);
    this.condition = condition;
    this.message = message;
  }

  @Override
  String typeName() {
    return "ASSERT";
  }

  @Override
  Outcome run(Estate estate) {
    if (!PlSettings.checksAsserts(estate.spi.execution()) || estate.holds(condition)) {
      return Outcome.OK;
    }
    String words = "assertion failed";
    if (message.isPresent()) {
      Typed told = estate.eval(message.get());
      words = told.value() == null ? words : estate.text(told);
    }
    throw new ReportedError(SqlState.ASSERT_FAILURE, words);
  }
}
