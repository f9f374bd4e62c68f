package io.pgdouble.engine.execution;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import java.util.ArrayList;
import java.util.List;

/** Evaluators that make arrays and go through them. */
public final class Arrays {
  private Arrays() {}

  /** {@code ARRAY[…]} of elements. */
  public record OfElements(int elementType, Evaluator[] elements) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return ArrayValue.of(elementType, Evaluator.all(elements, frame));
    }
  }

  /** {@code ARRAY[…]} of arrays, which becomes the first dimension. */
  public record OfArrays(int elementType, Evaluator[] arrays) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return nest(elementType, java.util.Arrays.asList(Evaluator.all(arrays, frame)));
    }
  }

  /** Arrays of the same shape as one array with a dimension more. */
  static ArrayValue nest(int elementType, List<Object> parts) {
    List<Object> elements = new ArrayList<>();
    ArrayValue first = null;
    boolean anyEmpty = false;
    for (Object part : parts) {
      ArrayValue array = (ArrayValue) part;
      if (array == null || array.dimensions().length == 0) {
        anyEmpty = true;
        continue;
      }
      if (first != null && !sameShape(first, array)) {
        throw mismatch();
      }
      first = first == null ? array : first;
      elements.addAll(java.util.Arrays.asList(array.elements()));
    }
    if (first == null) {
      return ArrayValue.empty(elementType);
    }
    if (anyEmpty) {
      throw mismatch();
    }
    return new ArrayValue(
        elementType,
        prepend(parts.size(), first.dimensions()),
        prepend(1, first.lowerBounds()),
        elements.toArray());
  }

  private static boolean sameShape(ArrayValue one, ArrayValue other) {
    return java.util.Arrays.equals(one.dimensions(), other.dimensions())
        && java.util.Arrays.equals(one.lowerBounds(), other.lowerBounds());
  }

  private static RuntimeException mismatch() {
    return ErrorReport.error(
            SqlState.ARRAY_SUBSCRIPT_ERROR,
            "multidimensional arrays must have array expressions with matching dimensions")
        .toException();
  }

  private static int[] prepend(int first, int[] rest) {
    if (rest.length == ArrayValue.MAX_DIMENSIONS) {
      throw ErrorReport.error(
              SqlState.PROGRAM_LIMIT_EXCEEDED,
              "number of array dimensions ("
                  + (rest.length + 1)
                  + ") exceeds the maximum allowed ("
                  + ArrayValue.MAX_DIMENSIONS
                  + ")")
          .toException();
    }
    int[] all = new int[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  /** {@code scalar op ANY|ALL (array)}. */
  public record Quantified(Call operator, boolean any, Evaluator scalar, Evaluator array)
      implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object value = scalar.evaluate(frame);
      ArrayValue elements = (ArrayValue) array.evaluate(frame);
      if (elements == null) {
        return null;
      }
      Object result = !any;
      for (Object element : elements.elements()) {
        Object compared = operator.call(frame.context, value, element);
        if (compared == null) {
          result = null;
        } else if ((Boolean) compared == any) {
          return any;
        }
      }
      return result;
    }
  }

  /** A conversion of every element. */
  public record EachElement(Evaluator array, Evaluator element, int elementType)
      implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      ArrayValue source = (ArrayValue) array.evaluate(frame);
      if (source == null) {
        return null;
      }
      Object outer = frame.caseTest;
      Object[] converted = new Object[source.elements().length];
      for (int i = 0; i < converted.length; i++) {
        frame.caseTest = source.elements()[i];
        converted[i] = element.evaluate(frame);
      }
      frame.caseTest = outer;
      return new ArrayValue(elementType, source.dimensions(), source.lowerBounds(), converted);
    }
  }
}
