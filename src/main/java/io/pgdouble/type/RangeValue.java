package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * A range; in canonical form where its type has one. Server: {@code rangetypes.c}. The bounds of an
 * empty range mean nothing.
 */
public record RangeValue(RangeType type, boolean empty, RangeBound lower, RangeBound upper) {

  /** The range without values. */
  public static RangeValue empty(RangeType type) {
    return new RangeValue(
        type,
        true,
        new RangeBound(null, false, RangeBound.Side.LOWER),
        new RangeBound(null, false, RangeBound.Side.UPPER));
  }

  /**
   * {@code make_range}.
   *
   * @throws ReportedError {@code 22000} for ends in the wrong order
   */
  public static RangeValue of(RangeType type, RangeBound lower, RangeBound upper) {
    RangeValue range = plain(type, lower, upper);
    if (range.empty || !type.isDiscrete()) {
      return range;
    }
    return plain(type, from(type, range.lower), upTo(type, range.upper));
  }

  private static RangeBound from(RangeType type, RangeBound lower) {
    boolean moves = !lower.isInfinite() && !lower.inclusive() && type.hasNext(lower.value());
    return moves ? new RangeBound(type.next(lower.value()), true, lower.side()) : lower;
  }

  private static RangeBound upTo(RangeType type, RangeBound upper) {
    boolean moves = !upper.isInfinite() && upper.inclusive() && type.hasNext(upper.value());
    return moves ? new RangeBound(type.next(upper.value()), false, upper.side()) : upper;
  }

  /** {@code range_serialize}. */
  private static RangeValue plain(RangeType type, RangeBound lower, RangeBound upper) {
    int order =
        lower.isInfinite() || upper.isInfinite() ? -1 : type.compare(lower.value(), upper.value());
    if (order > 0) {
      throw new ReportedError(
          SqlState.DATA_EXCEPTION,
          "range lower bound must be less than or equal to range upper bound");
    }
    if (order == 0 && !(lower.inclusive() && upper.inclusive())) {
      return empty(type);
    }
    return new RangeValue(type, false, open(lower), open(upper));
  }

  private static RangeBound open(RangeBound bound) {
    return bound.isInfinite() ? new RangeBound(null, false, bound.side()) : bound;
  }
}
