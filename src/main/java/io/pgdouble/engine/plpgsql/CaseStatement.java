package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** {@code exec_stmt_case}. */
final class CaseStatement extends PlStatement {
  private final Optional<Tested> tested;
  private final List<IfStatement.Branch> branches;
  private final Optional<List<PlStatement>> otherwise;

  CaseStatement(
      int line,
      Optional<Tested> tested,
      List<IfStatement.Branch> branches,
      Optional<List<PlStatement>> otherwise) {
    super(line);
    this.tested = tested;
    this.branches = List.copyOf(branches);
    this.otherwise = otherwise;
  }

  /** What is compared, and the variable that keeps it. */
  record Tested(PlExpression expression, Datum.Scalar variable) {}

  @Override
  String typeName() {
    return "CASE";
  }

  @Override
  Outcome run(Estate estate) {
    tested.ifPresent(test -> keep(estate, test));
    for (IfStatement.Branch branch : branches) {
      if (estate.holds(branch.condition())) {
        forget(estate);
        return estate.run(branch.statements());
      }
    }
    forget(estate);
    return estate.run(
        otherwise.orElseThrow(
            () ->
                ErrorReport.error(SqlState.CASE_NOT_FOUND, "case not found")
                    .withHint("CASE statement is missing ELSE part.")
                    .toException()));
  }

  private static void keep(Estate estate, Tested test) {
    Typed value = estate.eval(test.expression());
    int type = value.type().type();
    estate.variables.changeType(
        test.variable(), PlType.of(estate.spi.analysis().catalog(), type, value.type().typmod()));
    estate.assignment.value(test.variable(), value);
  }

  private void forget(Estate estate) {
    tested.ifPresent(test -> estate.variables.set(test.variable(), null));
  }
}
