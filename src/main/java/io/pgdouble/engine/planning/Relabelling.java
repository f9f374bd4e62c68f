package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.Types;

/**
 * Casts that change nothing in PostgreSQL but the type's name. Here an array knows the type of its
 * elements, which changes with it.
 */
final class Relabelling {
  private Relabelling() {}

  static Evaluator of(Evaluator argument, int source, int target) {
    if (source == target) {
      return argument;
    }
    boolean arrays =
        Types.find(source).filter(type -> type.isTrueArray()).isPresent()
            && Types.find(target).filter(type -> type.isTrueArray()).isPresent();
    if (!arrays) {
      return argument;
    }
    int element = Types.get(target).elementOid();
    return frame -> {
      ArrayValue array = (ArrayValue) argument.evaluate(frame);
      return array == null
          ? null
          : new ArrayValue(element, array.dimensions(), array.lowerBounds(), array.elements());
    };
  }
}
