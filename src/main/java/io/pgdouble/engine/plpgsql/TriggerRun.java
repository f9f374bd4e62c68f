package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.function.TriggerCall;
import io.pgdouble.engine.function.TriggerCall.Event;
import io.pgdouble.engine.function.TriggerCall.Level;
import io.pgdouble.engine.function.TriggerCall.Timing;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeName;
import io.pgdouble.type.TypeOid;
import java.util.Arrays;
import java.util.List;

/** One run of a trigger's function ({@code pl_exec.c: plpgsql_exec_trigger}). */
final class TriggerRun {

  private final Estate estate;
  private final TriggerCall call;
  private final RelationEntry table;
  private final List<AttributeEntry> columns;

  TriggerRun(Estate estate, TriggerCall call) {
    this.estate = estate;
    this.call = call;
    this.table = estate.spi.analysis().catalog().relation(call.relation()).orElseThrow();
    this.columns = table.columns();
  }

  /** The row it returns; null for none. */
  Object[] run() {
    estate.does("during initialization of execution state");
    setVariables();
    estate.does("during function entry");
    estate.variables.set(estate.function.found(), false);
    estate.does("");
    Outcome outcome = estate.runWhole(estate.function.body());
    if (outcome != Outcome.RETURN) {
      estate.does("");
      throw new ReportedError(
          SqlState.S_R_E_FUNCTION_EXECUTED_NO_RETURN_STATEMENT,
          "control reached end of trigger procedure without RETURN");
    }
    estate.does("during function exit");
    boolean none = estate.result.value() == null || call.trigger().level() == Level.STATEMENT;
    return none ? null : returned((RecordValue) estate.result.value());
  }

  /** The variables in the order in which {@link RoutineCompiler} declares them. */
  private void setVariables() {
    List<Datum> variables = estate.function.arguments();
    TriggerCall.Facts trigger = call.trigger();
    Object[] values = {
      new Variables.Held(shape(), newRow()),
      new Variables.Held(shape(), live(call.oldRow())),
      trigger.name(),
      trigger.timing().words(),
      trigger.level().name(),
      call.event().name(),
      Integer.toUnsignedLong(table.oid()),
      table.name(),
      table.name(),
      table.schema(),
      trigger.arguments().size(),
      arguments(trigger.arguments())
    };
    for (int i = 0; i < values.length; i++) {
      estate.variables.set(variables.get(i), values[i]);
    }
  }

  private RowType shape() {
    return new RowType(
        table.rowType(),
        table.attributes().stream()
            .map(one -> new RowType.Field(one.name(), one.type(), one.typmod()))
            .toList());
  }

  /** Without the version behind the columns. */
  private Object[] live(Object[] row) {
    return row == null ? null : Arrays.copyOf(row, table.attributes().size());
  }

  /** What is generated is not known before the row is written. */
  private Object[] newRow() {
    Object[] values = live(call.newRow());
    boolean early =
        call.event() == Event.UPDATE && call.trigger().timing() == Timing.BEFORE && values != null;
    for (AttributeEntry column : early ? columns : List.<AttributeEntry>of()) {
      if (!column.generated().isEmpty()) {
        values[column.number() - 1] = null;
      }
    }
    return values;
  }

  private static Object arguments(List<String> arguments) {
    return arguments.isEmpty()
        ? null
        : new ArrayValue(
            TypeOid.TEXT, new int[] {arguments.size()}, new int[] {0}, arguments.toArray());
  }

  /** {@code tupconvert.c: convert_tuples_by_position}. */
  private Object[] returned(RecordValue whole) {
    RecordValue row = whole.live();
    List<RowType.Field> fields = row.type().fields();
    Object[] values = new Object[table.attributes().size()];
    for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
      RowType.Field field = fields.get(i);
      AttributeEntry column = columns.get(i);
      boolean fits =
          field.typeOid() == column.type()
              && (field.typmod() == column.typmod() || field.typmod() < 0);
      if (!fits) {
        throw mismatch(
            "Returned type "
                + TypeName.format(field.typeOid(), field.typmod())
                + " does not match expected type "
                + TypeName.format(column.type(), column.typmod())
                + " in column "
                + place(column, i + 1)
                + ".");
      }
      values[column.number() - 1] = row.values()[i];
    }
    if (fields.size() != columns.size()) {
      throw mismatch(
          "Number of returned columns ("
              + fields.size()
              + ") does not match expected column count ("
              + columns.size()
              + ").");
    }
    return values;
  }

  private String place(AttributeEntry column, int number) {
    return ResultSet.place(column.name(), number, estate.spi.execution().facts().major());
  }

  private static ReportedError mismatch(String detail) {
    return ErrorReport.error(
            SqlState.DATATYPE_MISMATCH,
            "returned row structure does not match the structure of the triggering table")
        .withDetail(detail)
        .toException();
  }
}
