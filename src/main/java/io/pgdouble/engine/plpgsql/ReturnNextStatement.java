package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.PlpgsqlAnalyzer.TypeAndModifier;
import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import java.util.Optional;

/** {@code exec_stmt_return_next}. */
final class ReturnNextStatement extends PlStatement {
  private final Optional<Datum> variable;
  private final Optional<PlExpression> expression;

  ReturnNextStatement(int line, Optional<Datum> variable, Optional<PlExpression> expression) {
    super(line);
    this.variable = variable;
    this.expression = expression;
  }

  @Override
  String typeName() {
    return "RETURN NEXT";
  }

  @Override
  Outcome run(Estate estate) {
    ResultSet rows = estate.rows.orElseThrow();
    Typed value =
        variable.isPresent()
            ? estate.variables.eval(variable.get())
            : estate.eval(expression.orElseThrow());
    if (rows.isScalar()) {
      rows.add(scalar(estate, rows, value));
      return Outcome.OK;
    }
    boolean row = estate.assignment.isRow(value.type().type());
    if (!row && value.value() != null) {
      throw new ReportedError(
          SqlState.DATATYPE_MISMATCH,
          variable.isPresent()
              ? "wrong result type supplied in RETURN NEXT"
              : "cannot return non-composite value from function returning composite type");
    }
    rows.add(
        value.value() == null
            ? new Object[rows.columns().size()]
            : rows.converted((RecordValue) value.value(), mismatch()));
    return Outcome.OK;
  }

  private String mismatch() {
    return variable.isPresent()
        ? "wrong record type supplied in RETURN NEXT"
        : "returned record type does not match expected record type";
  }

  private static Object[] scalar(Estate estate, ResultSet rows, Typed value) {
    RowType.Field column = rows.columns().get(0);
    return new Object[] {
      estate.assignment.cast(value, new TypeAndModifier(column.typeOid(), column.typmod()))
    };
  }
}
