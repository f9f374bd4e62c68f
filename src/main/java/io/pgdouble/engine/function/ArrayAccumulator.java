package io.pgdouble.engine.function;

import io.pgdouble.type.ArrayValue;
import java.util.ArrayList;
import java.util.List;

/** {@code array_agg} of elements; nulls are elements too. Source: {@code array_userfuncs.c}. */
final class ArrayAccumulator implements Accumulator {
  private final int elementOid;
  private final List<Object> elements = new ArrayList<>();

  ArrayAccumulator(int elementOid) {
    this.elementOid = elementOid;
  }

  @Override
  public void add(Object[] arguments) {
    elements.add(arguments[0]);
  }

  @Override
  public Object result() {
    return elements.isEmpty() ? null : ArrayValue.of(elementOid, elements.toArray());
  }
}
