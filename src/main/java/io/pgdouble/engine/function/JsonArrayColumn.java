package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.RowType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A JSON array as an SQL array: as many dimensions as arrays stand around its first element.
 * Source: {@code jsonfuncs.c: populate_array}.
 */
final class JsonArrayColumn {
  private static final int UNKNOWN = -1;

  private final RowType.Field column;
  private final int elementType;
  private final JsonColumns columns;
  private final int[] sizes = new int[ArrayValue.MAX_DIMENSIONS];
  private final int[] lengths = new int[ArrayValue.MAX_DIMENSIONS];
  private final List<Object> elements = new ArrayList<>();
  private int dimensions;

  /** A column with what its elements are. */
  record Place(RowType.Field column, int elementType) {}

  private JsonArrayColumn(Place place, JsonColumns columns) {
    this.column = place.column();
    this.elementType = place.elementType();
    this.columns = columns;
    Arrays.fill(lengths, UNKNOWN);
  }

  static ArrayValue of(JsonColumnValue json, Place place, JsonColumns columns) {
    JsonArrayColumn array = new JsonArrayColumn(place, columns);
    array.take(json, 1);
    return array.result(array.sizes[0]);
  }

  private ArrayValue result(int length) {
    lengths[0] = length;
    if (elements.isEmpty()) {
      return ArrayValue.empty(elementType);
    }
    int[] bounds = new int[dimensions];
    Arrays.fill(bounds, 1);
    return new ArrayValue(
        elementType, Arrays.copyOf(lengths, dimensions), bounds, elements.toArray());
  }

  private void take(JsonColumnValue json, int depth) {
    if (!json.isArray()) {
      throw expected(depth - 1);
    }
    if (depth > ArrayValue.MAX_DIMENSIONS) {
      throw ErrorReport.notSimulated("JSON arrays of more dimensions than SQL's may have")
          .toException();
    }
    List<JsonColumnValue> parts = json.elements();
    if (dimensions == 0 && (parts.isEmpty() || !parts.get(0).isArray())) {
      dimensions = depth;
    }
    for (JsonColumnValue part : parts) {
      if (depth == dimensions) {
        elements.add(
            columns.value(
                part, new RowType.Field(column.name(), elementType, column.typmod()), null));
        sizes[depth - 1]++;
      } else {
        take(part, depth + 1);
        closeDimension(depth);
      }
    }
  }

  /** {@code populate_array_check_dimension}. */
  private void closeDimension(int depth) {
    if (lengths[depth] == UNKNOWN) {
      lengths[depth] = sizes[depth];
    } else if (lengths[depth] != sizes[depth]) {
      throw ErrorReport.error(SqlState.INVALID_TEXT_REPRESENTATION, "malformed JSON array")
          .withDetail("Multidimensional arrays must have sub-arrays with matching dimensions.")
          .toException();
    }
    sizes[depth] = 0;
    sizes[depth - 1]++;
  }

  /** {@code populate_array_report_expected_array}. */
  private ReportedError expected(int depth) {
    StringBuilder place = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      place.append('[').append(sizes[i]).append(']');
    }
    String key = "key \"" + column.name() + "\".";
    return ErrorReport.error(SqlState.INVALID_TEXT_REPRESENTATION, "expected JSON array")
        .withHint(
            depth == 0
                ? "See the value of " + key
                : "See the array element " + place + " of " + key)
        .toException();
  }
}
