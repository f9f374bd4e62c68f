package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.MultirangeValue;
import io.pgdouble.type.RangeBound;
import io.pgdouble.type.RangeType;
import io.pgdouble.type.RangeValue;

/** What ranges are to each other, and what is made of two. Source: {@code rangetypes.c}. */
final class Ranges {
  private Ranges() {}

  private static int compare(RangeValue of, RangeBound one, RangeBound other) {
    return one.compare(other, of.type());
  }

  static RangeValue make(CallContext context, Object[] a) {
    if (a.length > 2 && a[2] == null) {
      throw new ReportedError(
          SqlState.DATA_EXCEPTION, "range constructor flags argument must not be null");
    }
    String flags = a.length > 2 ? (String) a[2] : "[)";
    if (!flags.matches("[\\[(][])]")) {
      throw ErrorReport.error(SqlState.SYNTAX_ERROR, "invalid range bound flags")
          .withHint("Valid values are \"[]\", \"[)\", \"(]\", and \"()\".")
          .toException();
    }
    RangeType type = RangeType.ofRange(context.resultType()).orElseThrow();
    return RangeValue.of(
        type,
        new RangeBound(a[0], flags.charAt(0) == '[', RangeBound.Side.LOWER),
        new RangeBound(a[1], flags.charAt(1) == ']', RangeBound.Side.UPPER));
  }

  /** {@code range_cmp}: empty ranges come first. */
  static int compare(RangeValue one, RangeValue other) {
    if (one.empty() || other.empty()) {
      return Boolean.compare(other.empty(), one.empty());
    }
    int lower = compare(one, one.lower(), other.lower());
    return lower != 0 ? lower : compare(one, one.upper(), other.upper());
  }

  private static boolean anyEmpty(RangeValue one, RangeValue other) {
    return one.empty() || other.empty();
  }

  static boolean holds(RangeValue range, Object value) {
    RangeBound from = new RangeBound(value, true, RangeBound.Side.LOWER);
    RangeBound upTo = new RangeBound(value, true, RangeBound.Side.UPPER);
    return !range.empty()
        && compare(range, range.lower(), from) <= 0
        && compare(range, range.upper(), upTo) >= 0;
  }

  static boolean contains(RangeValue one, RangeValue other) {
    if (other.empty()) {
      return true;
    }
    return !one.empty()
        && compare(one, one.lower(), other.lower()) <= 0
        && compare(one, one.upper(), other.upper()) >= 0;
  }

  static boolean isBefore(RangeValue one, RangeValue other) {
    return !anyEmpty(one, other) && compare(one, one.upper(), other.lower()) < 0;
  }

  static boolean areAdjacent(RangeValue one, RangeValue other) {
    return !anyEmpty(one, other)
        && (MultirangeValue.areAdjacent(one.type(), one.upper(), other.lower())
            || MultirangeValue.areAdjacent(one.type(), other.upper(), one.lower()));
  }

  static boolean overlaps(RangeValue one, RangeValue other) {
    if (anyEmpty(one, other)) {
      return false;
    }
    return compare(one, one.lower(), other.lower()) >= 0
        ? compare(one, one.lower(), other.upper()) <= 0
        : compare(one, other.lower(), one.upper()) <= 0;
  }

  static boolean endsNoLater(RangeValue one, RangeValue other) {
    return !anyEmpty(one, other) && compare(one, one.upper(), other.upper()) <= 0;
  }

  static boolean startsNoSooner(RangeValue one, RangeValue other) {
    return !anyEmpty(one, other) && compare(one, one.lower(), other.lower()) >= 0;
  }

  /** {@code range_union}: only of what makes one range. */
  static RangeValue union(RangeValue one, RangeValue other) {
    boolean apart = !anyEmpty(one, other) && !overlaps(one, other) && !areAdjacent(one, other);
    if (apart) {
      throw new ReportedError(
          SqlState.DATA_EXCEPTION, "result of range union would not be contiguous");
    }
    return merge(one, other);
  }

  /** {@code range_merge}: with what lies between. */
  static RangeValue merge(RangeValue one, RangeValue other) {
    if (anyEmpty(one, other)) {
      return one.empty() ? other : one;
    }
    RangeBound lower = compare(one, one.lower(), other.lower()) < 0 ? one.lower() : other.lower();
    RangeBound upper = compare(one, one.upper(), other.upper()) > 0 ? one.upper() : other.upper();
    return RangeValue.of(one.type(), lower, upper);
  }

  static RangeValue intersection(RangeValue one, RangeValue other) {
    if (!overlaps(one, other)) {
      return RangeValue.empty(one.type());
    }
    RangeBound lower = compare(one, one.lower(), other.lower()) >= 0 ? one.lower() : other.lower();
    RangeBound upper = compare(one, one.upper(), other.upper()) <= 0 ? one.upper() : other.upper();
    return RangeValue.of(one.type(), lower, upper);
  }

  /** {@code range_minus}: only what leaves one range. */
  static RangeValue minus(RangeValue one, RangeValue other) {
    if (!overlaps(one, other)) {
      return one;
    }
    boolean before = compare(one, one.lower(), other.lower()) < 0;
    boolean behind = compare(one, one.upper(), other.upper()) > 0;
    if (before && behind) {
      throw new ReportedError(
          SqlState.DATA_EXCEPTION, "result of range difference would not be contiguous");
    }
    if (before) {
      return RangeValue.of(one.type(), one.lower(), other.lower().beyond());
    }
    return behind
        ? RangeValue.of(one.type(), other.upper().beyond(), one.upper())
        : RangeValue.empty(one.type());
  }
}
