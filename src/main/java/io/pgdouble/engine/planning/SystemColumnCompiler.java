package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.Leaves;
import io.pgdouble.engine.execution.SystemColumns;
import io.pgdouble.engine.execution.TableScan;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.error.ErrorReport;

/** System columns: what a row is told of itself. Manual: {@code ddl-system-columns}. */
final class SystemColumnCompiler {
  private static final int TABLEOID = -6;

  private SystemColumnCompiler() {}

  static Evaluator compile(Var column, RelationEntry table) {
    if (column.attribute() == TABLEOID) {
      return new Leaves.TableOid(
          column.levelsUp(), column.relation(), Integer.toUnsignedLong(table.oid()));
    }
    if (!TableScan.isOf(table)) {
      throw ErrorReport.notSimulated("system columns of " + table.name()).toException();
    }
    SystemColumns.Reader reader =
        switch (column.attribute()) {
          case -1 -> SystemColumns.CTID;
          case -2 -> SystemColumns.XMIN;
          case -3 -> SystemColumns.CMIN;
          case -4 -> SystemColumns.XMAX;
          case -5 -> SystemColumns.CMAX;
          default -> throw new IllegalStateException("no system column: " + column.attribute());
        };
    return new SystemColumns(column.levelsUp(), column.relation(), reader);
  }
}
