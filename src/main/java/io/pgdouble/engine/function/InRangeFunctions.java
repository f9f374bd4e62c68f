package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.Interval;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.TimeTz;
import java.math.BigInteger;

/**
 * Whether a value is within an offset of another: what RANGE frames ask. Manual: {@code
 * btree-support-funcs}. Source: {@code int.c}, {@code float.c}, {@code numeric.c}, {@code date.c},
 * {@code timestamp.c}. A table.
 */
final class InRangeFunctions {
  private InRangeFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "in_range_int2_int2",
          "in_range_int2_int4",
          "in_range_int2_int8",
          "in_range_int4_int2",
          "in_range_int4_int4",
          "in_range_int4_int8",
          "in_range_int8_int8" ->
          (c, a) -> integers(a);
      case "in_range_float4_float8", "in_range_float8_float8" -> (c, a) -> floats(a);
      case "in_range_numeric_numeric" -> (c, a) -> numerics(a);
      case "in_range_date_interval" -> (c, a) -> dates(a);
      case "in_range_timestamp_interval" -> (c, a) -> timestamps(a);
      case "in_range_timestamptz_interval" -> (c, a) -> zoned(c, a);
      case "in_range_interval_interval" -> (c, a) -> intervals(a);
      case "in_range_time_interval" -> (c, a) -> times(a);
      case "in_range_timetz_interval" -> (c, a) -> zonedTimes(a);
      default -> null;
    };
  }

  private static boolean subtracts(Object[] a) {
    return (Boolean) a[3];
  }

  /** What the comparison of the value with the bound means. */
  private static boolean within(Object[] a, int comparison) {
    return (Boolean) a[4] ? comparison <= 0 : comparison >= 0;
  }

  private static void require(boolean size) {
    if (!size) {
      throw new ReportedError(
          SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE,
          "invalid preceding or following size in window function");
    }
  }

  private static boolean integers(Object[] a) {
    long offset = ((Number) a[2]).longValue();
    require(offset >= 0);
    BigInteger distance = BigInteger.valueOf(offset);
    BigInteger base = BigInteger.valueOf(((Number) a[1]).longValue());
    BigInteger bound = subtracts(a) ? base.subtract(distance) : base.add(distance);
    return within(a, BigInteger.valueOf(((Number) a[0]).longValue()).compareTo(bound));
  }

  private static boolean floats(Object[] a) {
    double value = ((Number) a[0]).doubleValue();
    double base = ((Number) a[1]).doubleValue();
    double offset = ((Number) a[2]).doubleValue();
    require(offset >= 0);
    if (Double.isNaN(value) || Double.isNaN(base)) {
      return within(a, Boolean.compare(Double.isNaN(value), Double.isNaN(base)));
    }
    double bound = subtracts(a) ? base - offset : base + offset;
    // Infinity less infinity: everything is that near.
    return Double.isNaN(bound) || within(a, FloatComparisons.compare(value, bound));
  }

  private static boolean numerics(Object[] a) {
    Numeric value = (Numeric) a[0];
    Numeric base = (Numeric) a[1];
    Numeric offset = (Numeric) a[2];
    require(!offset.isNaN() && offset.signum() >= 0);
    if (value.isNaN() || base.isNaN()) {
      return within(a, Boolean.compare(value.isNaN(), base.isNaN()));
    }
    Numeric bound = subtracts(a) ? base.subtract(offset) : base.add(offset);
    return bound.isNaN() || within(a, value.compareTo(bound));
  }

  private static Interval span(Object[] a) {
    Interval offset = (Interval) a[2];
    require(offset.compareTo(Interval.ZERO) >= 0);
    return subtracts(a) ? Timestamps.opposite(offset) : offset;
  }

  private static boolean dates(Object[] a) {
    long value = Dates.toTimestamp((Integer) a[0]);
    long base = Dates.toTimestamp((Integer) a[1]);
    return within(a, Long.compare(value, Timestamps.plus(base, span(a))));
  }

  private static boolean timestamps(Object[] a) {
    return within(a, Long.compare((Long) a[0], Timestamps.plus((Long) a[1], span(a))));
  }

  private static boolean zoned(CallContext context, Object[] a) {
    long bound = Timestamps.plus((Long) a[1], span(a), context.types().timeZone());
    return within(a, Long.compare((Long) a[0], bound));
  }

  private static boolean intervals(Object[] a) {
    Interval offset = (Interval) a[2];
    require(offset.compareTo(Interval.ZERO) >= 0);
    Interval base = (Interval) a[1];
    Interval bound = subtracts(a) ? Intervals.minus(base, offset) : Intervals.plus(base, offset);
    return within(a, ((Interval) a[0]).compareTo(bound));
  }

  /** Months and days do not count, and midnight is no end. */
  private static long micros(Object[] a) {
    long offset = ((Interval) a[2]).micros();
    require(offset >= 0);
    return subtracts(a) ? -offset : offset;
  }

  private static boolean times(Object[] a) {
    return within(a, Long.compare((Long) a[0], (Long) a[1] + micros(a)));
  }

  private static boolean zonedTimes(Object[] a) {
    TimeTz base = (TimeTz) a[1];
    TimeTz bound = new TimeTz(base.micros() + micros(a), base.secondsWest());
    return within(a, TimesOfDay.compare((TimeTz) a[0], bound));
  }
}
