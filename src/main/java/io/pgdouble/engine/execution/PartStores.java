package io.pgdouble.engine.execution;

import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import java.util.Arrays;

/**
 * Evaluators of assignments to parts of values ({@code arraysubs.c}, {@code ExecEvalFieldStore}).
 */
public final class PartStores {
  private PartStores() {}

  /**
   * Which part of an array.
   *
   * @param lower an entry that is null is a bound left out; so for {@code upper}
   */
  public record Bounds(Evaluator[] lower, Evaluator[] upper) {}

  /** A row with another value in a field. */
  public record Field(Evaluator container, int field, RowType shape, Evaluator value)
      implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      RecordValue before = (RecordValue) container.evaluate(frame);
      Object[] values =
          before == null ? new Object[shape.fields().size()] : shape.current(before).values();
      values[field] = value.evaluate(frame);
      return new RecordValue(shape, values);
    }
  }

  /** An array with another element. */
  public record Element(Evaluator container, int elementType, Bounds bounds, Evaluator value)
      implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      ArrayValue before = (ArrayValue) container.evaluate(frame);
      Object[] subscripts = Evaluator.all(bounds.upper(), frame);
      ArrayElements.requireNoNull(Arrays.asList(subscripts));
      return ArrayElements.set(
          before, elementType, Arrays.asList(subscripts), value.evaluate(frame));
    }
  }

  /** An array with other elements in a row. */
  public record Slice(Evaluator container, int elementType, Bounds bounds, Evaluator value)
      implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      ArrayValue before = (ArrayValue) container.evaluate(frame);
      Integer[] lower = given(bounds.lower(), frame);
      Integer[] upper = given(bounds.upper(), frame);
      ArrayValue elements = (ArrayValue) value.evaluate(frame);
      ArrayValue whole = before == null ? ArrayValue.empty(elementType) : before;
      return elements == null ? whole : new ArraySlices(whole, elements).set(lower, upper);
    }

    private static Integer[] given(Evaluator[] bounds, Frame frame) {
      Integer[] values = new Integer[bounds.length];
      for (int i = 0; i < bounds.length; i++) {
        values[i] = bounds[i] == null ? null : (Integer) bounds[i].evaluate(frame);
        if (bounds[i] != null) {
          ArrayElements.requireNoNull(Arrays.asList(values[i]));
        }
      }
      return values;
    }
  }
}
