package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code array_agg} of arrays: one more dimension. Source: {@code arrayfuncs.c}. */
final class ArraysAccumulator implements Accumulator {
  private final List<Object> elements = new ArrayList<>();
  private ArrayValue first;
  private int count;

  @Override
  public void add(Object[] arguments) {
    ArrayValue array = (ArrayValue) arguments[0];
    if (array == null) {
      throw new ReportedError(SqlState.NULL_VALUE_NOT_ALLOWED, "cannot accumulate null arrays");
    }
    if (first == null && array.dimensions().length == 0) {
      throw new ReportedError(SqlState.ARRAY_SUBSCRIPT_ERROR, "cannot accumulate empty arrays");
    }
    first = first == null ? array : first;
    if (!Arrays.equals(first.dimensions(), array.dimensions())
        || !Arrays.equals(first.lowerBounds(), array.lowerBounds())) {
      throw new ReportedError(
          SqlState.ARRAY_SUBSCRIPT_ERROR, "cannot accumulate arrays of different dimensionality");
    }
    elements.addAll(Arrays.asList(array.elements()));
    count++;
  }

  @Override
  public Object result() {
    return first == null
        ? null
        : new ArrayValue(
            first.elementOid(),
            withFirst(count, first.dimensions()),
            withFirst(1, first.lowerBounds()),
            elements.toArray());
  }

  private static int[] withFirst(int value, int[] rest) {
    int[] result = new int[rest.length + 1];
    result[0] = value;
    System.arraycopy(rest, 0, result, 1, rest.length);
    return result;
  }
}
