package io.pgdouble.type;

/**
 * One end of a range ({@code rangetypes.h}).
 *
 * @param value of the subtype; null where the range has no end there
 * @param inclusive whether the value is in the range
 * @param side which end it is
 */
public record RangeBound(Object value, boolean inclusive, Side side) {

  /** Which end of a range. */
  public enum Side {
    LOWER,
    UPPER
  }

  public boolean isInfinite() {
    return value == null;
  }

  private boolean isLower() {
    return side == Side.LOWER;
  }

  /** {@code range_cmp_bounds}. */
  public int compare(RangeBound other, RangeType type) {
    int values = compareValues(other, type);
    if (values != 0 || isInfinite()) {
      return values;
    }
    if (!inclusive && !other.inclusive) {
      return side == other.side ? 0 : outside();
    }
    if (!inclusive) {
      return outside();
    }
    return other.inclusive ? 0 : -other.outside();
  }

  /** Where an exclusive bound stands beside its value. */
  private int outside() {
    return isLower() ? 1 : -1;
  }

  /** {@code range_cmp_bound_values}: without regard to what is included. */
  public int compareValues(RangeBound other, RangeType type) {
    if (isInfinite()) {
      int mine = isLower() ? -1 : 1;
      return other.isInfinite() && side == other.side ? 0 : mine;
    }
    if (other.isInfinite()) {
      return other.isLower() ? 1 : -1;
    }
    return type.compare(value, other.value);
  }

  /** The end of what lies beyond this one. */
  public RangeBound beyond() {
    return new RangeBound(value, !inclusive, isLower() ? Side.UPPER : Side.LOWER);
  }
}
