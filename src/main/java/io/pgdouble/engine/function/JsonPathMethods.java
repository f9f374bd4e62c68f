package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.JsonPathKind;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.JsonbBuilder;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.StandardTypeEnvironment;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.List;

/** Methods of items: {@code .type()}, {@code .size()} and others. */
final class JsonPathMethods {
  private final JsonPathRun run;

  JsonPathMethods(JsonPathRun run) {
    this.run = run;
  }

  JsonPathOutcome execute(JsonPathStep step, Jsonb value, JsonPathFound found) {
    JsonPathKind kind = step.item().kind();
    if (kind == JsonPathKind.TYPE) {
      return run.next(step, new Jsonb.Text(JsonbReading.typeName(value)), found);
    }
    if (kind == JsonPathKind.SIZE) {
      return size(step, value, found);
    }
    if (kind == JsonPathKind.DOUBLE) {
      return toDouble(step, value, found);
    }
    if (kind == JsonPathKind.KEYVALUE) {
      return keyValue(step, value, found);
    }
    if (kind == JsonPathKind.DATETIME) {
      return dateTime(step, value);
    }
    return numeric(step, value, found);
  }

  private static String only(JsonPathStep step, String what) {
    return "jsonpath item method ."
        + step.item().kind().sign()
        + "() can only be applied to "
        + what;
  }

  private JsonPathOutcome size(JsonPathStep step, Jsonb value, JsonPathFound found) {
    if (value instanceof Jsonb.Array array) {
      return run.next(step, JsonPathRun.number(array.elements().size()), found);
    }
    return run.isLax()
        ? run.next(step, JsonPathRun.number(1), found)
        : run.error(SqlState.SQL_JSON_ARRAY_NOT_FOUND, only(step, "an array"));
  }

  /** {@code executeNumericItemMethod}. */
  private JsonPathOutcome numeric(JsonPathStep step, Jsonb value, JsonPathFound found) {
    if (!(value instanceof Jsonb.Number number)) {
      return run.error(SqlState.NON_NUMERIC_SQL_JSON_ITEM, only(step, "a numeric value"));
    }
    Numeric operand = number.value();
    JsonPathKind kind = step.item().kind();
    Numeric result =
        kind == JsonPathKind.ABS
            ? operand.abs()
            : kind == JsonPathKind.FLOOR ? operand.floor() : operand.ceil();
    return run.next(step, new Jsonb.Number(result), found);
  }

  private JsonPathOutcome toDouble(JsonPathStep step, Jsonb value, JsonPathFound found) {
    if (run.hasCasts() && !(value instanceof Jsonb.Number || value instanceof Jsonb.Text)) {
      return run.error(SqlState.NON_NUMERIC_SQL_JSON_ITEM, only(step, "a string or numeric value"));
    }
    if (run.hasCasts()) {
      String text =
          value instanceof Jsonb.Text string
              ? string.value()
              : ((Jsonb.Number) value).value().toString();
      return cast(step, text, found);
    }
    if (value instanceof Jsonb.Number number) {
      return isDouble(number.value().toString())
          ? run.next(step, value, found)
          : run.error(
              SqlState.NON_NUMERIC_SQL_JSON_ITEM,
              "numeric argument of jsonpath item method .double() is out of range for type double"
                  + " precision");
    }
    if (!(value instanceof Jsonb.Text text)) {
      return run.error(SqlState.NON_NUMERIC_SQL_JSON_ITEM, only(step, "a string or numeric value"));
    }
    if (!isDouble(text.value())) {
      return run.error(
          SqlState.NON_NUMERIC_SQL_JSON_ITEM,
          "string argument of jsonpath item method .double() is not a valid representation of a"
              + " double precision number");
    }
    return run.next(step, new Jsonb.Number(Numeric.of(number(text.value()))), found);
  }

  /** The same as all casts of paths do it. */
  private JsonPathOutcome cast(JsonPathStep step, String text, JsonPathFound found) {
    double result;
    try {
      result = number(text);
    } catch (ReportedError e) {
      return run.error(
          SqlState.NON_NUMERIC_SQL_JSON_ITEM,
          "argument \""
              + text
              + "\" of jsonpath item method .double() is invalid for type double precision");
    }
    if (!Double.isFinite(result)) {
      return run.error(
          SqlState.NON_NUMERIC_SQL_JSON_ITEM,
          "NaN or Infinity is not allowed for jsonpath item method .double()");
    }
    return run.next(step, new Jsonb.Number(Numeric.of(result)), found);
  }

  private static double number(String text) {
    return (Double) Types.io(TypeOid.FLOAT8).input(text, -1, StandardTypeEnvironment.INSTANCE);
  }

  private static boolean isDouble(String text) {
    try {
      return Double.isFinite(number(text));
    } catch (ReportedError e) {
      return false;
    }
  }

  private JsonPathOutcome dateTime(JsonPathStep step, Jsonb value) {
    if (value instanceof Jsonb.Text) {
      throw ErrorReport.notSimulated("dates in jsonpath").toException();
    }
    return run.error(
        SqlState.INVALID_ARGUMENT_FOR_SQL_JSON_DATETIME_FUNCTION, only(step, "a string"));
  }

  /** {@code executeKeyValueMethod}. The id of an object is where it stands in the document. */
  private JsonPathOutcome keyValue(JsonPathStep step, Jsonb value, JsonPathFound found) {
    if (!(value instanceof Jsonb.Object object)) {
      return run.error(SqlState.SQL_JSON_OBJECT_NOT_FOUND, only(step, "an object"));
    }
    if (object.members().isEmpty()) {
      return JsonPathOutcome.NOT_FOUND;
    }
    if (value != run.root()) {
      throw ErrorReport.notSimulated("the ids of objects in a document").toException();
    }
    JsonPathOutcome outcome = JsonPathOutcome.NOT_FOUND;
    for (Jsonb.Member member : object.members()) {
      outcome = run.next(step, pair(member), found);
      boolean decided = outcome == JsonPathOutcome.OK && !found.isWanted();
      if (decided || outcome == JsonPathOutcome.ERROR) {
        break;
      }
    }
    return outcome;
  }

  private static Jsonb pair(Jsonb.Member member) {
    return JsonbBuilder.object(
        List.of(
            new Jsonb.Member("key", new Jsonb.Text(member.key())),
            new Jsonb.Member("value", member.value()),
            new Jsonb.Member("id", JsonPathRun.number(0))));
  }
}
