package io.pgdouble.engine.function;

import io.pgdouble.type.ArrayValue;
import java.util.Iterator;

/** {@code generate_subscripts}: null, which is the empty set, for a dimension there is not. */
final class Subscripts {
  private Subscripts() {}

  static Iterator<Object> ascending(ArrayValue array, int dimension) {
    return Arrays.hasDimension(array, dimension)
        ? new IntegerSeries(
            Arrays.lower(array, dimension), Arrays.upper(array, dimension), 1, Integers::boxed4)
        : null;
  }

  static Iterator<Object> descending(ArrayValue array, int dimension) {
    return Arrays.hasDimension(array, dimension)
        ? new IntegerSeries(
            Arrays.upper(array, dimension), Arrays.lower(array, dimension), -1, Integers::boxed4)
        : null;
  }
}
