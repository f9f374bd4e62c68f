package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.TypeName;

/** Arrays made of arrays and elements. Source: {@code array_userfuncs.c}, {@code arrayfuncs.c}. */
final class ArrayBuilding {
  /** {@code MaxArraySize}. */
  private static final int MAX_ELEMENTS = 134_217_727;

  /** What the double makes of itself in one call. */
  private static final int MAX_SIMULATED_ELEMENTS = 10_000_000;

  private ArrayBuilding() {}

  private static ArrayValue orEmpty(Object array, int elementOid) {
    return array != null ? (ArrayValue) array : ArrayValue.empty(elementOid);
  }

  private static void requireFlat(ArrayValue array) {
    if (array.dimensions().length > 1) {
      throw new ReportedError(
          SqlState.DATA_EXCEPTION, "argument must be empty or one-dimensional array");
    }
  }

  static ArrayValue append(CallContext context, Object[] arguments) {
    ArrayValue array = orEmpty(arguments[0], context.argumentType(1));
    requireFlat(array);
    int length = array.elements().length;
    int lower = length == 0 ? 1 : array.lowerBounds()[0];
    Integers.add(lower, length);
    Object[] elements = java.util.Arrays.copyOf(array.elements(), length + 1);
    elements[length] = arguments[1];
    return flat(array.elementOid(), lower, elements);
  }

  static ArrayValue prepend(CallContext context, Object[] arguments) {
    ArrayValue array = orEmpty(arguments[1], context.argumentType(0));
    requireFlat(array);
    int length = array.elements().length;
    int lower = length == 0 ? 1 : array.lowerBounds()[0];
    Integers.subtract(lower, length == 0 ? 0 : 1);
    Object[] elements = new Object[length + 1];
    elements[0] = arguments[0];
    System.arraycopy(array.elements(), 0, elements, 1, length);
    return flat(array.elementOid(), lower, elements);
  }

  private static ArrayValue flat(int elementOid, int lower, Object[] elements) {
    return new ArrayValue(elementOid, new int[] {elements.length}, new int[] {lower}, elements);
  }

  static Object concat(Object[] arguments) {
    if (arguments[0] == null || arguments[1] == null) {
      return arguments[0] == null ? arguments[1] : arguments[0];
    }
    return concat((ArrayValue) arguments[0], (ArrayValue) arguments[1]);
  }

  private static ArrayValue concat(ArrayValue left, ArrayValue right) {
    if (left.elementOid() != right.elementOid()) {
      throw incompatible(
          SqlState.DATATYPE_MISMATCH,
          "Arrays with element types "
              + TypeName.format(left.elementOid())
              + " and "
              + TypeName.format(right.elementOid())
              + " are not compatible for concatenation.");
    }
    int first = left.dimensions().length;
    int second = right.dimensions().length;
    if (first == 0 && second > 0) {
      return right;
    }
    if (second == 0) {
      return left;
    }
    if (Math.abs(first - second) > 1) {
      throw incompatible(
          SqlState.ARRAY_SUBSCRIPT_ERROR,
          String.format(
              "Arrays of %d and %d dimensions are not compatible for concatenation.",
              first, second));
    }
    return join(left, right);
  }

  private static ReportedError incompatible(SqlState state, String detail) {
    return ErrorReport.error(state, "cannot concatenate incompatible arrays")
        .withDetail(detail)
        .toException();
  }

  /** The one with more dimensions gives the shape; the other is a slice of it, or alike. */
  private static ArrayValue join(ArrayValue left, ArrayValue right) {
    int order = Integer.compare(left.dimensions().length, right.dimensions().length);
    ArrayValue shape = order < 0 ? right : left;
    ArrayValue other = order < 0 ? left : right;
    int skipped = order == 0 ? 1 : 0;
    for (int i = skipped; i < other.dimensions().length; i++) {
      int at = i + 1 - skipped;
      if (other.dimensions()[i] != shape.dimensions()[at]
          || other.lowerBounds()[i] != shape.lowerBounds()[at]) {
        throw incompatible(
            SqlState.ARRAY_SUBSCRIPT_ERROR,
            order == 0
                ? "Arrays with differing element dimensions are not compatible for"
                    + " concatenation."
                : "Arrays with differing dimensions are not compatible for concatenation.");
      }
    }
    int[] dimensions = shape.dimensions().clone();
    dimensions[0] += order == 0 ? other.dimensions()[0] : 1;
    Object[] elements =
        java.util.Arrays.copyOf(left.elements(), left.elements().length + right.elements().length);
    System.arraycopy(
        right.elements(), 0, elements, left.elements().length, right.elements().length);
    return new ArrayValue(left.elementOid(), dimensions, shape.lowerBounds(), elements);
  }

  /** {@code array_fill}. */
  static ArrayValue fill(CallContext context, Object[] arguments) {
    if (arguments[1] == null || (arguments.length > 2 && arguments[2] == null)) {
      throw new ReportedError(
          SqlState.NULL_VALUE_NOT_ALLOWED, "dimension array or low bound array cannot be null");
    }
    int[] dimensions = subscripts((ArrayValue) arguments[1]);
    int[] lowerBounds = new int[dimensions.length];
    java.util.Arrays.fill(lowerBounds, 1);
    if (dimensions.length > ArrayValue.MAX_DIMENSIONS) {
      throw new ReportedError(
          SqlState.PROGRAM_LIMIT_EXCEEDED,
          String.format(
              "number of array dimensions (%d) exceeds the maximum allowed (%d)",
              dimensions.length, ArrayValue.MAX_DIMENSIONS));
    }
    if (arguments.length > 2) {
      lowerBounds = subscripts((ArrayValue) arguments[2]);
      if (lowerBounds.length != dimensions.length) {
        throw wrongSubscripts("Low bound array has different size than dimensions array.");
      }
    }
    int elementOid = context.argumentType(0);
    int count = count(dimensions, lowerBounds);
    Object[] elements = new Object[count];
    java.util.Arrays.fill(elements, arguments[0]);
    return count == 0
        ? ArrayValue.empty(elementOid)
        : new ArrayValue(elementOid, dimensions, lowerBounds, elements);
  }

  private static ReportedError wrongSubscripts(String detail) {
    return ErrorReport.error(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts")
        .withDetail(detail)
        .toException();
  }

  private static int[] subscripts(ArrayValue array) {
    if (array.dimensions().length > 1) {
      throw wrongSubscripts("Dimension array must be one dimensional.");
    }
    int[] values = new int[array.elements().length];
    for (int i = 0; i < values.length; i++) {
      if (array.elements()[i] == null) {
        throw new ReportedError(SqlState.NULL_VALUE_NOT_ALLOWED, "dimension values cannot be null");
      }
      values[i] = (Integer) array.elements()[i];
    }
    return values;
  }

  private static int count(int[] dimensions, int[] lowerBounds) {
    long count = dimensions.length == 0 ? 0 : 1;
    for (int dimension : dimensions) {
      count *= dimension;
      if (dimension < 0 || count > MAX_ELEMENTS) {
        throw new ReportedError(
            SqlState.PROGRAM_LIMIT_EXCEEDED,
            "array size exceeds the maximum allowed (" + MAX_ELEMENTS + ")");
      }
    }
    for (int i = 0; i < dimensions.length; i++) {
      if ((long) dimensions[i] + lowerBounds[i] > Integer.MAX_VALUE) {
        throw new ReportedError(
            SqlState.PROGRAM_LIMIT_EXCEEDED, "array lower bound is too large: " + lowerBounds[i]);
      }
    }
    if (count > MAX_SIMULATED_ELEMENTS) {
      throw ErrorReport.notSimulated("arrays of more than ten million elements").toException();
    }
    return (int) count;
  }
}
