package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/**
 * What must hold of a row alone, and what is computed of it. Source: {@code execMain.c:
 * ExecConstraints}, {@code nodeModifyTable.c: ExecComputeStoredGenerated}.
 */
final class RowConstraints {
  private final TargetTable table;
  private final Frame frame;

  /**
   * @param frame one in which the row is the only one
   */
  RowConstraints(TargetTable table, Frame frame) {
    this.table = table;
    this.frame = frame;
  }

  /**
   * @throws io.pgdouble.error.ReportedError if it does not
   */
  void check(Object[] row) {
    frame.rows[0] = row;
    for (TargetTable.Generated generated : table.generated()) {
      row[generated.column()] = generated.value().evaluate(frame);
    }
    RelationEntry relation = table.relation();
    for (int i = 0; i < relation.attributes().size(); i++) {
      if (row[i] == null && relation.attributes().get(i).notNull()) {
        throw isNull(relation.attributes().get(i), row);
      }
    }
    for (TargetTable.Check check : table.checks()) {
      if (Boolean.FALSE.equals(check.condition().evaluate(frame))) {
        throw violates(check, row);
      }
    }
  }

  private RuntimeException isNull(AttributeEntry column, Object[] row) {
    RelationEntry relation = table.relation();
    return ErrorReport.error(
            SqlState.NOT_NULL_VIOLATION,
            "null value in column \""
                + column.name()
                + "\" of relation \""
                + relation.name()
                + "\" violates not-null constraint")
        .withDetail(FailingRow.detail(relation, row, frame))
        .with(ErrorField.SCHEMA, relation.schema())
        .with(ErrorField.TABLE, relation.name())
        .with(ErrorField.COLUMN, column.name())
        .toException();
  }

  private RuntimeException violates(TargetTable.Check check, Object[] row) {
    RelationEntry relation = table.relation();
    return ErrorReport.error(
            SqlState.CHECK_VIOLATION,
            "new row for relation \""
                + relation.name()
                + "\" violates check constraint \""
                + check.name()
                + "\"")
        .withDetail(FailingRow.detail(relation, row, frame))
        .with(ErrorField.SCHEMA, relation.schema())
        .with(ErrorField.TABLE, relation.name())
        .with(ErrorField.CONSTRAINT, check.name())
        .toException();
  }
}
