package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.JsonPathKind;
import io.pgdouble.type.Jsonb;

/** Comparisons of a path ({@code compareItems}). */
final class JsonPathComparison {
  private JsonPathComparison() {}

  static JsonPathTruth of(JsonPathKind operator, Jsonb left, Jsonb right) {
    if (JsonPathRun.isContainer(left) && JsonPathRun.isContainer(right)) {
      return JsonPathTruth.UNKNOWN;
    }
    if (left.getClass() != right.getClass()) {
      // Whatever is not null differs from null; of other kinds nothing can be said.
      boolean withNull = left == Jsonb.Null.NULL || right == Jsonb.Null.NULL;
      return withNull
          ? JsonPathTruth.of(operator == JsonPathKind.NOT_EQUAL)
          : JsonPathTruth.UNKNOWN;
    }
    return JsonPathTruth.of(holds(operator, compare(left, right)));
  }

  private static int compare(Jsonb left, Jsonb right) {
    if (left instanceof Jsonb.Bool one && right instanceof Jsonb.Bool other) {
      return Boolean.compare(one.value(), other.value());
    }
    if (left instanceof Jsonb.Number one && right instanceof Jsonb.Number other) {
      return one.value().compareTo(other.value());
    }
    if (left instanceof Jsonb.Text one && right instanceof Jsonb.Text other) {
      return CodePoints.compare(one.value(), other.value());
    }
    return 0;
  }

  private static boolean holds(JsonPathKind operator, int order) {
    if (operator == JsonPathKind.EQUAL) {
      return order == 0;
    }
    if (operator == JsonPathKind.NOT_EQUAL) {
      return order != 0;
    }
    if (operator == JsonPathKind.LESS) {
      return order < 0;
    }
    if (operator == JsonPathKind.GREATER) {
      return order > 0;
    }
    if (operator == JsonPathKind.LESS_OR_EQUAL) {
      return order <= 0;
    }
    if (operator == JsonPathKind.GREATER_OR_EQUAL) {
      return order >= 0;
    }
    throw ErrorReport.notSimulated("this comparison").toException();
  }
}
