package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.CopyTable;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.copy.CopyFields;
import io.pgdouble.engine.copy.CopyOptions;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.planning.ScalarPlan;
import io.pgdouble.engine.planning.Volatility;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Defaults of the columns of a COPY FROM ({@code copyfrom.c: BeginCopyFrom}). */
final class CopyDefaults implements CopyFields.Defaults {
  private final CopyTable table;
  private final ExecutionContext context;
  private final List<AttributeEntry> written;
  private final List<Optional<ScalarPlan>> plans = new ArrayList<>();
  private final boolean[] copied;
  private boolean changing;

  CopyDefaults(CopyTable table, CopyOptions options, AnalysisContext analysis) {
    this.table = table;
    this.context = analysis.execution();
    this.written = table.written();
    this.copied = new boolean[written.size()];
    for (int i = 0; i < copied.length; i++) {
      AttributeEntry column = written.get(i);
      copied[i] = table.columns().contains(column);
      boolean needed = !copied[i] || options.defaultText().isPresent();
      Optional<Expression> value = needed ? table.defaultOf(column, analysis) : Optional.empty();
      plans.add(value.map(ScalarPlan::of));
      changing |= value.filter(Volatility::changesByItself).isPresent();
    }
  }

  ExecutionContext context() {
    return context;
  }

  /** Whether one of them is volatile, other than a sequence's next value. */
  boolean isVolatile() {
    return changing;
  }

  /** How many columns a row has: those that can be written. */
  int columns() {
    return copied.length;
  }

  /** Where a column stands in a row. */
  int indexOf(AttributeEntry column) {
    return written.indexOf(column);
  }

  @Override
  public void require(int field) {
    if (field >= table.columns().size()) {
      return;
    }
    AttributeEntry column = table.columns().get(field);
    if (plans.get(indexOf(column)).isEmpty()) {
      throw ErrorReport.error(
              SqlState.BAD_COPY_FILE_FORMAT, "unexpected default marker in COPY data")
          .withDetail("Column \"" + column.name() + "\" has no default value.")
          .toException();
    }
  }

  /** The default of a column by its place in a row. */
  Object value(int index) {
    return plans.get(index).orElseThrow().compute(context);
  }

  /** Fills in what is not copied. */
  void complete(Object[] row) {
    for (int i = 0; i < copied.length; i++) {
      if (!copied[i] && plans.get(i).isPresent()) {
        row[i] = value(i);
      }
    }
  }
}
