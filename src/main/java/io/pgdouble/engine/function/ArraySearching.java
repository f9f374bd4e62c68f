package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Elements found, replaced, removed. Source: {@code array_userfuncs.c}, {@code arrayfuncs.c}. */
final class ArraySearching {
  private ArraySearching() {}

  private static boolean matches(Object element, Object searched, Comparator<Object> order) {
    if (element == null || searched == null) {
      return element == searched;
    }
    return order.compare(element, searched) == 0;
  }

  private static void requireFlat(ArrayValue array) {
    if (array.dimensions().length > 1) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "searching for elements in multidimensional arrays is not supported");
    }
  }

  /** {@code array_position}; null where it is not found. */
  static Integer position(Object[] arguments) {
    ArrayValue array = (ArrayValue) arguments[0];
    if (array == null) {
      return null;
    }
    requireFlat(array);
    if (array.elements().length == 0) {
      return null;
    }
    int lower = array.lowerBounds()[0];
    if (arguments[1] == null && !java.util.Arrays.asList(array.elements()).contains(null)) {
      return null;
    }
    if (arguments.length == 3 && arguments[2] == null) {
      throw new ReportedError(SqlState.NULL_VALUE_NOT_ALLOWED, "initial position must not be null");
    }
    int first = arguments.length == 3 ? (Integer) arguments[2] : lower;
    Comparator<Object> order = ValueOrder.equality(array.elementOid());
    for (int i = 0; i < array.elements().length; i++) {
      if (lower + i >= first && matches(array.elements()[i], arguments[1], order)) {
        return lower + i;
      }
    }
    return null;
  }

  static ArrayValue positions(Object[] arguments) {
    ArrayValue array = (ArrayValue) arguments[0];
    if (array == null) {
      return null;
    }
    requireFlat(array);
    List<Object> found = new ArrayList<>();
    Comparator<Object> order = ValueOrder.equality(array.elementOid());
    for (int i = 0; i < array.elements().length; i++) {
      if (matches(array.elements()[i], arguments[1], order)) {
        found.add(array.lowerBounds()[0] + i);
      }
    }
    return ArrayValue.of(TypeOid.INT4, found.toArray());
  }

  static ArrayValue remove(ArrayValue array, Object searched) {
    if (array == null || array.elements().length == 0) {
      return array;
    }
    if (array.dimensions().length > 1) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "removing elements from multidimensional arrays is not supported");
    }
    Comparator<Object> order = ValueOrder.equality(array.elementOid());
    List<Object> kept = new ArrayList<>();
    for (Object element : array.elements()) {
      if (!matches(element, searched, order)) {
        kept.add(element);
      }
    }
    return kept.isEmpty()
        ? ArrayValue.empty(array.elementOid())
        : new ArrayValue(
            array.elementOid(), new int[] {kept.size()}, array.lowerBounds(), kept.toArray());
  }

  static ArrayValue replace(ArrayValue array, Object searched, Object replacement) {
    if (array == null || array.elements().length == 0) {
      return array;
    }
    Comparator<Object> order = ValueOrder.equality(array.elementOid());
    Object[] elements = array.elements().clone();
    for (int i = 0; i < elements.length; i++) {
      elements[i] = matches(elements[i], searched, order) ? replacement : elements[i];
    }
    return new ArrayValue(array.elementOid(), array.dimensions(), array.lowerBounds(), elements);
  }

  /** {@code trim_array}: without the last so many of the outer dimension. */
  static ArrayValue trim(ArrayValue array, int count) {
    int length = array.dimensions().length == 0 ? 0 : array.dimensions()[0];
    if (count < 0 || count > length) {
      throw new ReportedError(
          SqlState.ARRAY_ELEMENT_ERROR,
          "number of elements to trim must be between 0 and " + length);
    }
    int kept = length - count;
    if (kept == 0) {
      return ArrayValue.empty(array.elementOid());
    }
    int[] dimensions = array.dimensions().clone();
    dimensions[0] = kept;
    int[] lowerBounds = new int[dimensions.length];
    java.util.Arrays.fill(lowerBounds, 1);
    Object[] elements =
        java.util.Arrays.copyOf(array.elements(), array.elements().length / length * kept);
    return new ArrayValue(array.elementOid(), dimensions, lowerBounds, elements);
  }

  /** {@code width_bucket} with the lower bounds of the buckets. */
  static int bucket(Object operand, ArrayValue thresholds) {
    if (thresholds.dimensions().length > 1) {
      throw new ReportedError(
          SqlState.ARRAY_SUBSCRIPT_ERROR, "thresholds must be one-dimensional array");
    }
    Object[] bounds = thresholds.elements();
    for (Object bound : bounds) {
      if (bound == null) {
        throw new ReportedError(
            SqlState.NULL_VALUE_NOT_ALLOWED, "thresholds array must not contain NULLs");
      }
    }
    Comparator<Object> order = ValueOrder.order(thresholds.elementOid());
    int left = 0;
    int right = bounds.length;
    while (left < right) {
      int middle = (left + right) / 2;
      if (order.compare(operand, bounds[middle]) < 0) {
        right = middle;
      } else {
        left = middle + 1;
      }
    }
    return left;
  }
}
