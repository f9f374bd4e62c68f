package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeName;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** JSON objects as rows. Source: {@code jsonfuncs.c: populate_record_worker}. A table. */
final class JsonRecords {
  private JsonRecords() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "json_to_record", "jsonb_to_record" ->
          (c, a) -> row(json(c, a[0]), new Target(asked(c, prosrc), null), c.types());
      case "json_to_recordset", "jsonb_to_recordset" ->
          new HeavyBuiltin((c, a) -> rows(c, prosrc, new Target(asked(c, prosrc), null), a[0]));
      case "json_populate_record", "jsonb_populate_record" -> (c, a) -> populated(c, prosrc, a);
      case "json_populate_recordset", "jsonb_populate_recordset" ->
          new HeavyBuiltin((c, a) -> rows(c, prosrc, target(c, prosrc, a[0]), a[1]));
      default -> null;
    };
  }

  /** The row to make, and the one whose values stay where the object has none, or null. */
  private record Target(RowType row, RecordValue defaults) {}

  private static Object populated(CallContext context, String function, Object[] arguments) {
    Target target = target(context, function, arguments[0]);
    context.site().row().ifPresent(asked -> requireMatch(target.row(), asked));
    Object row =
        arguments[1] == null
            ? target.defaults()
            : row(json(context, arguments[1]), target, context.types());
    context.types().userTypes().checkIfDomain(context.argumentType(0), row);
    return row;
  }

  private static Target target(CallContext context, String function, Object base) {
    int type = context.argumentType(0);
    if (base instanceof RecordValue defaults) {
      return new Target(defaults.type(), defaults);
    }
    if (type == TypeOid.RECORD) {
      return new Target(asked(context, function), null);
    }
    return JsonColumns.rowType(type, context.types())
        .map(row -> new Target(row, null))
        .orElseThrow(() -> noRowType(type, function));
  }

  private static ReportedError noRowType(int type, String function) {
    return Types.find(type).isPresent()
        ? new ReportedError(
            SqlState.DATATYPE_MISMATCH, "first argument of " + function + " must be a row type")
        : ErrorReport.notSimulated("rows of a named type from JSON").toException();
  }

  /** {@code get_record_type_from_query}: what the column definition list says. */
  private static RowType asked(CallContext context, String function) {
    return context
        .site()
        .row()
        .orElseThrow(
            () ->
                ErrorReport.error(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "could not determine row type for result of " + function)
                    .withHint(
                        "Provide a non-null record argument, or call the function in the FROM "
                            + "clause using a column definition list.")
                    .toException());
  }

  /** {@code execSRF.c: tupledesc_match}. */
  private static void requireMatch(RowType made, RowType asked) {
    int columns = made.fields().size();
    if (columns != asked.fields().size()) {
      throw mismatch(
          "Returned row contains "
              + columns
              + (columns == 1 ? " attribute" : " attributes")
              + ", but query expects "
              + asked.fields().size()
              + ".");
    }
    for (int i = 0; i < columns; i++) {
      int type = made.fields().get(i).typeOid();
      int wanted = asked.fields().get(i).typeOid();
      if (type != wanted) {
        throw mismatch(
            "Returned type "
                + TypeName.format(type)
                + " at ordinal position "
                + (i + 1)
                + ", but query expects "
                + TypeName.format(wanted)
                + ".");
      }
    }
  }

  private static ReportedError mismatch(String detail) {
    return ErrorReport.error(
            SqlState.DATATYPE_MISMATCH,
            "function return row and query-specified return row do not match")
        .withDetail(detail)
        .toException();
  }

  private static JsonColumnValue json(CallContext context, Object value) {
    return value instanceof Jsonb binary
        ? new JsonColumnValue.Binary(binary)
        : JsonColumnValue.ofJson((String) value, context.types());
  }

  /** {@code populate_recordset_worker}: all rows are made before the first is seen. */
  private static Iterator<Object> rows(
      CallContext context, String function, Target target, Object value) {
    if (value == null) {
      return null;
    }
    context.site().row().ifPresent(asked -> requireMatch(target.row(), asked));
    JsonColumnValue json = json(context, value);
    if (!json.isArray()) {
      String found = json.isObject() ? "an object" : "a scalar";
      throw FunctionErrors.invalidParameter(
          "cannot call "
              + function
              + " on "
              + (json instanceof JsonColumnValue.Binary ? "a non-array" : found));
    }
    List<Object> rows = new ArrayList<>();
    for (JsonColumnValue element : json.elements()) {
      if (!element.isObject()) {
        throw FunctionErrors.invalidParameter(
            "argument of " + function + " must be an array of objects");
      }
      rows.add(row(element, target, context.types()));
    }
    return rows.iterator();
  }

  private static RecordValue row(JsonColumnValue json, Target target, TypeEnvironment environment) {
    return new JsonColumns(environment).row(json, target.row(), target.defaults());
  }
}
