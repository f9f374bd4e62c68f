package io.pgdouble.engine.execution;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;

/**
 * Several elements of an array get values ({@code arrayfuncs.c: array_set_slice}).
 *
 * @param source has the values, whatever its shape
 */
record ArraySlices(ArrayValue array, ArrayValue source) {
  /** {@code MaxArraySize}. */
  private static final int MAX_SIZE = 134_217_727;

  /** The array with them; a bound that is null was left out. */
  ArrayValue set(Integer[] lower, Integer[] upper) {
    if (array.dimensions().length == 0) {
      return made(lower, upper);
    }
    if (array.dimensions().length < upper.length) {
      throw error("wrong number of array subscripts");
    }
    return array.dimensions().length == 1 ? extended(lower[0], upper[0]) : replaced(lower, upper);
  }

  private static ReportedError error(String message) {
    return new ReportedError(SqlState.ARRAY_SUBSCRIPT_ERROR, message);
  }

  private static int size(long first, long last) {
    long size = last - first + 1;
    if (size > MAX_SIZE) {
      throw ErrorReport.error(
              SqlState.PROGRAM_LIMIT_EXCEEDED,
              "array size exceeds the maximum allowed (" + MAX_SIZE + ")")
          .toException();
    }
    return (int) size;
  }

  private void requireSource(int elements) {
    if (source.elements().length < elements) {
      throw error("source array too small");
    }
  }

  private ArrayValue made(Integer[] lower, Integer[] upper) {
    int[] dimensions = new int[upper.length];
    int[] bounds = new int[upper.length];
    int total = 1;
    for (int i = 0; i < upper.length; i++) {
      if (lower[i] == null || upper[i] == null) {
        throw ErrorReport.error(
                SqlState.ARRAY_SUBSCRIPT_ERROR,
                "array slice subscript must provide both boundaries")
            .withDetail(
                "When assigning to a slice of an empty array value, slice boundaries must be fully"
                    + " specified.")
            .toException();
      }
      dimensions[i] = Math.max(size(lower[i], upper[i]), 0);
      bounds[i] = lower[i];
      total = size(1, (long) total * dimensions[i]);
    }
    requireSource(total);
    if (total == 0) {
      return ArrayValue.empty(array.elementOid());
    }
    Object[] elements = new Object[total];
    System.arraycopy(source.elements(), 0, elements, 0, total);
    return new ArrayValue(array.elementOid(), dimensions, bounds, elements);
  }

  private static void requireOrder(int lower, int upper) {
    if (lower > upper) {
      throw error("upper bound cannot be less than lower bound");
    }
  }

  /** A vector grows to where the slice is. */
  private ArrayValue extended(Integer givenLower, Integer givenUpper) {
    int first = array.lowerBounds()[0];
    int last = first + array.dimensions()[0] - 1;
    int lower = givenLower == null ? first : givenLower;
    int upper = givenUpper == null ? last : givenUpper;
    requireOrder(lower, upper);
    int begin = Math.min(first, lower);
    Object[] elements = new Object[size(begin, Math.max(last, upper))];
    int replaced = size(lower, upper);
    requireSource(replaced);
    System.arraycopy(array.elements(), 0, elements, first - begin, array.elements().length);
    System.arraycopy(source.elements(), 0, elements, lower - begin, replaced);
    return new ArrayValue(
        array.elementOid(), new int[] {elements.length}, new int[] {begin}, elements);
  }

  private ArrayValue replaced(Integer[] givenLower, Integer[] givenUpper) {
    int dimensions = array.dimensions().length;
    int[] from = new int[dimensions];
    int[] span = new int[dimensions];
    int total = 1;
    for (int i = 0; i < dimensions; i++) {
      int first = array.lowerBounds()[i];
      int last = first + array.dimensions()[i] - 1;
      boolean named = i < givenUpper.length;
      int lower = named && givenLower[i] != null ? givenLower[i] : first;
      int upper = named && givenUpper[i] != null ? givenUpper[i] : last;
      requireOrder(lower, upper);
      if (lower < first || upper > last) {
        throw error("array subscript out of range");
      }
      from[i] = lower - first;
      span[i] = upper - lower + 1;
      total *= span[i];
    }
    requireSource(total);
    return written(from, span, total);
  }

  private ArrayValue written(int[] from, int[] span, int total) {
    Object[] elements = array.elements().clone();
    int[] place = new int[span.length];
    for (int i = 0; i < total; i++) {
      int offset = 0;
      for (int d = 0; d < span.length; d++) {
        offset = offset * array.dimensions()[d] + from[d] + place[d];
      }
      elements[offset] = source.elements()[i];
      Subscripts.advance(place, span);
    }
    return new ArrayValue(array.elementOid(), array.dimensions(), array.lowerBounds(), elements);
  }
}
