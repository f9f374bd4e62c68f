package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** {@code exec_stmt_return}. */
final class ReturnStatement extends PlStatement {
  private final Optional<Datum> variable;
  private final Optional<PlExpression> expression;

  ReturnStatement(int line, Optional<Datum> variable, Optional<PlExpression> expression) {
    super(line);
    this.variable = variable;
    this.expression = expression;
  }

  @Override
  String typeName() {
    return "RETURN";
  }

  @Override
  Outcome run(Estate estate) {
    FunctionSource.Result wanted = estate.function.source().result();
    if (wanted.kind() == FunctionSource.Kind.SET_RETURNING) {
      return Outcome.RETURN;
    }
    estate.result = Typed.missing();
    if (variable.isPresent()) {
      estate.result = estate.variables.eval(variable.get());
    } else if (expression.isPresent()) {
      estate.result = estate.eval(expression.get());
    }
    boolean row =
        wanted.kind() == FunctionSource.Kind.TRIGGER || estate.assignment.isRow(wanted.type());
    boolean wrong =
        row
            && estate.result.value() != null
            && !estate.assignment.isRow(estate.result.type().type());
    if (wrong) {
      throw new ReportedError(
          SqlState.DATATYPE_MISMATCH,
          "cannot return non-composite value from function returning composite type");
    }
    return Outcome.RETURN;
  }
}
