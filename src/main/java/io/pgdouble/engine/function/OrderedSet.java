package io.pgdouble.engine.function;

import java.util.Comparator;
import java.util.List;

/** One built-in ordered-set aggregate: what it makes of a group's rows at the end. Stateless. */
@FunctionalInterface
public interface OrderedSet {

  /**
   * Computes the result of a group.
   *
   * @param direct the values of the direct arguments
   * @param rows of the aggregated arguments, as they came
   * @param order what {@code WITHIN GROUP} says, over such rows
   * @return null for SQL's NULL
   */
  Object finish(
      CallContext context, Object[] direct, List<Object[]> rows, Comparator<Object[]> order);
}
