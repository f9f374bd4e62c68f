package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import java.util.Comparator;

/** Comparisons and measures of arrays. Source: {@code arrayfuncs.c}. */
final class Arrays {
  private Arrays() {}

  private static void requireSameElements(ArrayValue left, ArrayValue right) {
    if (left.elementOid() != right.elementOid()) {
      throw new ReportedError(
          SqlState.DATATYPE_MISMATCH, "cannot compare arrays of different element types");
    }
  }

  /** {@code array_cmp}: by elements, then by shape; null is greater than all else. */
  static int compare(ArrayValue left, ArrayValue right) {
    requireSameElements(left, right);
    Comparator<Object> order = ValueOrder.order(left.elementOid());
    Object[] first = left.elements();
    Object[] second = right.elements();
    int common = Math.min(first.length, second.length);
    for (int i = 0; i < common; i++) {
      int result = compareElement(first[i], second[i], order);
      if (result != 0) {
        return Integer.signum(result);
      }
    }
    return compareShape(left, right);
  }

  private static int compareElement(Object left, Object right, Comparator<Object> order) {
    if (left == null || right == null) {
      return Boolean.compare(left == null, right == null);
    }
    return order.compare(left, right);
  }

  private static int compareShape(ArrayValue left, ArrayValue right) {
    int lengths = Integer.compare(left.elements().length, right.elements().length);
    if (lengths != 0) {
      return lengths;
    }
    int dimensions = Integer.compare(left.dimensions().length, right.dimensions().length);
    if (dimensions != 0) {
      return dimensions;
    }
    int sizes = java.util.Arrays.compare(left.dimensions(), right.dimensions());
    return Integer.signum(
        sizes != 0 ? sizes : java.util.Arrays.compare(left.lowerBounds(), right.lowerBounds()));
  }

  /** {@code array_eq}. */
  static boolean equal(ArrayValue left, ArrayValue right) {
    requireSameElements(left, right);
    if (!java.util.Arrays.equals(left.dimensions(), right.dimensions())
        || !java.util.Arrays.equals(left.lowerBounds(), right.lowerBounds())) {
      return false;
    }
    Comparator<Object> order = ValueOrder.equality(left.elementOid());
    for (int i = 0; i < left.elements().length; i++) {
      if (compareElement(left.elements()[i], right.elements()[i], order) != 0) {
        return false;
      }
    }
    return true;
  }

  /** {@code array_contain_compare} with all to match: nulls match nothing. */
  static boolean contains(ArrayValue whole, ArrayValue part) {
    requireSameElements(whole, part);
    Comparator<Object> order = ValueOrder.equality(part.elementOid());
    for (Object element : part.elements()) {
      if (!containsElement(whole, element, order)) {
        return false;
      }
    }
    return true;
  }

  static boolean overlap(ArrayValue left, ArrayValue right) {
    requireSameElements(left, right);
    Comparator<Object> order = ValueOrder.equality(left.elementOid());
    for (Object element : left.elements()) {
      if (containsElement(right, element, order)) {
        return true;
      }
    }
    return false;
  }

  private static boolean containsElement(
      ArrayValue array, Object searched, Comparator<Object> order) {
    for (Object element : array.elements()) {
      if (element != null && searched != null && order.compare(element, searched) == 0) {
        return true;
      }
    }
    return false;
  }

  /** {@code array_length} and its neighbours: null for a dimension there is not. */
  static Integer length(ArrayValue array, int dimension) {
    return hasDimension(array, dimension) ? array.dimensions()[dimension - 1] : null;
  }

  static Integer lower(ArrayValue array, int dimension) {
    return hasDimension(array, dimension) ? array.lowerBounds()[dimension - 1] : null;
  }

  static Integer upper(ArrayValue array, int dimension) {
    return hasDimension(array, dimension)
        ? array.lowerBounds()[dimension - 1] + array.dimensions()[dimension - 1] - 1
        : null;
  }

  static boolean hasDimension(ArrayValue array, int dimension) {
    return dimension >= 1 && dimension <= array.dimensions().length;
  }

  /** Null for the empty array. */
  static Integer dimensionCount(ArrayValue array) {
    return array.dimensions().length == 0 ? null : array.dimensions().length;
  }

  /** {@code array_dims}: {@code [1:2][0:3]}; null for the empty array. */
  static String dimensions(ArrayValue array) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= array.dimensions().length; i++) {
      text.append('[').append(lower(array, i)).append(':').append(upper(array, i)).append(']');
    }
    return text.length() == 0 ? null : text.toString();
  }
}
