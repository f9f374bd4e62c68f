package io.pgdouble.type;

import java.util.Arrays;

/**
 * An array: its elements in row-major order. The arrays handed in and out are not to be changed.
 */
public final class ArrayValue {
  /** {@code MAXDIM}. */
  public static final int MAX_DIMENSIONS = 6;

  private static final int[] NO_DIMENSIONS = {};

  private final int elementOid;
  private final int[] dimensions;
  private final int[] lowerBounds;
  private final Object[] elements;

  /**
   * @param dimensions the length of each dimension; empty for the empty array
   * @param elements SQL NULL is null
   */
  public ArrayValue(int elementOid, int[] dimensions, int[] lowerBounds, Object[] elements) {
    this.elementOid = elementOid;
    this.dimensions = dimensions;
    this.lowerBounds = lowerBounds;
    this.elements = elements;
  }

  public static ArrayValue empty(int elementOid) {
    return new ArrayValue(elementOid, NO_DIMENSIONS, NO_DIMENSIONS, new Object[0]);
  }

  /** An array of one dimension, from 1. */
  public static ArrayValue of(int elementOid, Object... elements) {
    return elements.length == 0
        ? empty(elementOid)
        : new ArrayValue(elementOid, new int[] {elements.length}, new int[] {1}, elements);
  }

  public int elementOid() {
    return elementOid;
  }

  public int[] dimensions() {
    return dimensions;
  }

  public int[] lowerBounds() {
    return lowerBounds;
  }

  public Object[] elements() {
    return elements;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ArrayValue that
        && elementOid == that.elementOid
        && Arrays.equals(dimensions, that.dimensions)
        && Arrays.equals(lowerBounds, that.lowerBounds)
        && Arrays.deepEquals(elements, that.elements);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dimensions) * 31 + Arrays.deepHashCode(elements);
  }

  @Override
  public String toString() {
    return "ArrayValue[" + elementOid + ", " + Arrays.deepToString(elements) + "]";
  }
}
