package io.pgdouble.engine.execution;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import java.util.Arrays;
import java.util.List;

/** One element of an array gets a value ({@code arrayfuncs.c: array_set_element}). */
final class ArrayElements {
  private ArrayElements() {}

  /**
   * The array with the element.
   *
   * @param before null where there is none yet
   */
  static ArrayValue set(ArrayValue before, int element, List<Object> subscripts, Object value) {
    int[] places = subscripts.stream().mapToInt(Integer.class::cast).toArray();
    boolean empty = before == null || before.dimensions().length == 0;
    if (empty) {
      int[] one = new int[places.length];
      Arrays.fill(one, 1);
      return new ArrayValue(element, one, places, new Object[] {value});
    }
    if (before.dimensions().length != places.length) {
      throw wrongNumber();
    }
    return places.length == 1
        ? extended(before, places[0], value)
        : replaced(before, places, value);
  }

  static void requireNoNull(List<Object> subscripts) {
    if (subscripts.contains(null)) {
      throw new ReportedError(
          SqlState.NULL_VALUE_NOT_ALLOWED, "array subscript in assignment must not be null");
    }
  }

  private static ReportedError wrongNumber() {
    return new ReportedError(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
  }

  /** A vector grows to where the element is. */
  private static ArrayValue extended(ArrayValue before, int place, Object value) {
    int lower = before.lowerBounds()[0];
    int length = before.dimensions()[0];
    int first = Math.min(lower, place);
    long total = Math.max((long) lower + length, (long) place + 1) - first;
    if (total > Integer.MAX_VALUE / 8) {
      throw ErrorReport.error(
              SqlState.PROGRAM_LIMIT_EXCEEDED, "array size exceeds the maximum allowed (134217727)")
          .toException();
    }
    Object[] elements = new Object[(int) total];
    System.arraycopy(before.elements(), 0, elements, lower - first, length);
    elements[place - first] = value;
    return new ArrayValue(
        before.elementOid(), new int[] {(int) total}, new int[] {first}, elements);
  }

  private static ArrayValue replaced(ArrayValue before, int[] places, Object value) {
    int index = 0;
    for (int i = 0; i < places.length; i++) {
      int offset = places[i] - before.lowerBounds()[i];
      if (offset < 0 || offset >= before.dimensions()[i]) {
        throw new ReportedError(SqlState.ARRAY_SUBSCRIPT_ERROR, "array subscript out of range");
      }
      index = index * before.dimensions()[i] + offset;
    }
    Object[] elements = before.elements().clone();
    elements[index] = value;
    return new ArrayValue(before.elementOid(), before.dimensions(), before.lowerBounds(), elements);
  }
}
