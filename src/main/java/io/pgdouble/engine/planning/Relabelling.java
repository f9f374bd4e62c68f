package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.DataType;
import io.pgdouble.type.TypeOid;
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
    boolean arrays = isArray(source) && isArray(target);
    if (!arrays) {
      return isSame(source, target)
          ? argument
          : frame -> value(argument.evaluate(frame), source, target);
    }
    int element = Types.get(target).elementOid();
    return frame -> {
      ArrayValue array = (ArrayValue) argument.evaluate(frame);
      return array == null
          ? null
          : new ArrayValue(element, array.dimensions(), array.lowerBounds(), array.elements());
    };
  }

  /**
   * A value of one type as one of the other. An {@code integer} is signed and an object identifier
   * is not, so here, unlike in PostgreSQL, they are not the same thing.
   */
  static Object value(Object value, int source, int target) {
    if (value == null || isSame(source, target)) {
      return value;
    }
    if (value instanceof Integer number) {
      return Integer.toUnsignedLong(number);
    }
    return value instanceof Long number ? (Object) number.intValue() : value;
  }

  /** Values of a domain are those of the type beneath: between the two nothing changes. */
  private static boolean isSame(int source, int target) {
    return isInteger(source) == isInteger(target) || isDomain(source) || isDomain(target);
  }

  private static boolean isDomain(int type) {
    return Types.find(type).isEmpty();
  }

  private static boolean isInteger(int type) {
    return type == TypeOid.INT4;
  }

  private static boolean isArray(int type) {
    return Types.find(type).filter(DataType::isTrueArray).isPresent();
  }
}
