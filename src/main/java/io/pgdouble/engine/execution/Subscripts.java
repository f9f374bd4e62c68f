package io.pgdouble.engine.execution;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import java.nio.charset.StandardCharsets;

/** Evaluators of subscripts ({@code arraysubs.c}, {@code arrayfuncs.c}). */
public final class Subscripts {
  private Subscripts() {}

  /** One element: null outside of the array, or with another number of subscripts. */
  public record Element(Evaluator container, Evaluator[] subscripts) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      ArrayValue array = (ArrayValue) container.evaluate(frame);
      Object[] indexes = Evaluator.all(subscripts, frame);
      if (array == null || indexes.length != array.dimensions().length) {
        return null;
      }
      int offset = 0;
      for (int i = 0; i < indexes.length; i++) {
        if (indexes[i] == null) {
          return null;
        }
        long place = (long) (Integer) indexes[i] - array.lowerBounds()[i];
        if (place < 0 || place >= array.dimensions()[i]) {
          return null;
        }
        offset = offset * array.dimensions()[i] + (int) place;
      }
      return array.elements()[offset];
    }
  }

  /** A byte of a name, which is an array of 64 from 0 on; null beyond. */
  public record NameByte(Evaluator container, Evaluator[] subscripts) implements Evaluator {
    private static final int NAMEDATALEN = 64;

    @Override
    public Object evaluate(Frame frame) {
      String name = (String) container.evaluate(frame);
      Object[] indexes = Evaluator.all(subscripts, frame);
      if (name == null || indexes.length != 1 || indexes[0] == null) {
        return null;
      }
      int index = (Integer) indexes[0];
      if (index < 0 || index >= NAMEDATALEN) {
        return null;
      }
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      return index < bytes.length ? String.valueOf((char) (bytes[index] & 0xff)) : "";
    }
  }

  /** Several bytes of a name. */
  public record NameSlice(Evaluator container) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      if (container.evaluate(frame) == null) {
        return null;
      }
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "slices of fixed-length arrays not implemented");
    }
  }

  /**
   * A slice.
   *
   * @param lower an entry that is null is a bound left out; so for {@code upper}
   */
  public record Slice(Evaluator container, Evaluator[] lower, Evaluator[] upper)
      implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      ArrayValue array = (ArrayValue) container.evaluate(frame);
      Object[] from = bounds(lower, frame);
      Object[] to = bounds(upper, frame);
      if (array == null || hasNull(lower, from) || hasNull(upper, to)) {
        return null;
      }
      int dimensions = array.dimensions().length;
      if (dimensions < from.length || dimensions == 0) {
        return ArrayValue.empty(array.elementOid());
      }
      int[] first = new int[dimensions];
      int[] length = new int[dimensions];
      for (int i = 0; i < dimensions; i++) {
        int low = array.lowerBounds()[i];
        int high = low + array.dimensions()[i] - 1;
        long start = i < from.length && from[i] != null ? Math.max(low, (Integer) from[i]) : low;
        long end = i < to.length && to[i] != null ? Math.min(high, (Integer) to[i]) : high;
        if (start > end) {
          return ArrayValue.empty(array.elementOid());
        }
        first[i] = (int) (start - low);
        length[i] = (int) (end - start + 1);
      }
      return cut(array, first, length);
    }

    private static Object[] bounds(Evaluator[] bounds, Frame frame) {
      Object[] values = new Object[bounds.length];
      for (int i = 0; i < bounds.length; i++) {
        values[i] = bounds[i] == null ? null : bounds[i].evaluate(frame);
      }
      return values;
    }

    private static boolean hasNull(Evaluator[] bounds, Object[] values) {
      for (int i = 0; i < bounds.length; i++) {
        if (bounds[i] != null && values[i] == null) {
          return true;
        }
      }
      return false;
    }

    private static ArrayValue cut(ArrayValue array, int[] first, int[] length) {
      int size = 1;
      for (int n : length) {
        size *= n;
      }
      Object[] elements = new Object[size];
      int[] place = new int[length.length];
      for (int i = 0; i < size; i++) {
        int offset = 0;
        for (int d = 0; d < length.length; d++) {
          offset = offset * array.dimensions()[d] + first[d] + place[d];
        }
        elements[i] = array.elements()[offset];
        advance(place, length);
      }
      int[] ones = new int[length.length];
      java.util.Arrays.fill(ones, 1);
      return new ArrayValue(array.elementOid(), length, ones, elements);
    }
  }

  /** The next place in an array of such dimensions. */
  static void advance(int[] place, int[] length) {
    for (int d = length.length - 1; d >= 0; d--) {
      if (++place[d] < length[d]) {
        return;
      }
      place[d] = 0;
    }
  }

  /** A member of a jsonb value, by the function that follows a path. */
  public record JsonMember(Call extractPath, Evaluator container, Evaluator[] keys)
      implements Evaluator {
    private static final int TEXT = 25;

    @Override
    public Object evaluate(Frame frame) {
      Object value = container.evaluate(frame);
      Object[] path = Evaluator.all(keys, frame);
      for (int i = 0; i < path.length; i++) {
        if (value == null || path[i] == null) {
          return null;
        }
        path[i] = path[i].toString();
      }
      return extractPath.call(frame.context, value, ArrayValue.of(TEXT, path));
    }
  }
}
