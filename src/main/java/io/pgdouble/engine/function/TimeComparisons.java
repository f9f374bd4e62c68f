package io.pgdouble.engine.function;

import io.pgdouble.type.Interval;
import io.pgdouble.type.TimeTz;

/**
 * Comparisons of dates, times, timestamps and intervals, also with each other. Source: {@code
 * date.c}, {@code timestamp.c}. A table.
 */
final class TimeComparisons {
  private TimeComparisons() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "date_eq", "time_eq", "timestamp_eq" -> (c, a) -> a[0].equals(a[1]);
      case "date_ne", "time_ne", "timestamp_ne" -> (c, a) -> !a[0].equals(a[1]);
      case "date_lt", "time_lt", "timestamp_lt" -> (c, a) -> plain(a) < 0;
      case "date_le", "time_le", "timestamp_le" -> (c, a) -> plain(a) <= 0;
      case "date_gt", "time_gt", "timestamp_gt" -> (c, a) -> plain(a) > 0;
      case "date_ge", "time_ge", "timestamp_ge" -> (c, a) -> plain(a) >= 0;
      case "date_cmp", "time_cmp", "timestamp_cmp" -> (c, a) -> plain(a);
      case "date_larger", "time_larger", "timestamp_larger" -> (c, a) -> plain(a) > 0 ? a[0] : a[1];
      case "date_smaller", "time_smaller", "timestamp_smaller" ->
          (c, a) -> plain(a) < 0 ? a[0] : a[1];
      case "timetz_eq" -> (c, a) -> timetz(a) == 0;
      case "timetz_ne" -> (c, a) -> timetz(a) != 0;
      case "timetz_lt" -> (c, a) -> timetz(a) < 0;
      case "timetz_le" -> (c, a) -> timetz(a) <= 0;
      case "timetz_gt" -> (c, a) -> timetz(a) > 0;
      case "timetz_ge" -> (c, a) -> timetz(a) >= 0;
      case "timetz_cmp" -> (c, a) -> timetz(a);
      case "timetz_larger" -> (c, a) -> timetz(a) > 0 ? a[0] : a[1];
      case "timetz_smaller" -> (c, a) -> timetz(a) < 0 ? a[0] : a[1];
      case "interval_eq" -> (c, a) -> interval(a) == 0;
      case "interval_ne" -> (c, a) -> interval(a) != 0;
      case "interval_lt" -> (c, a) -> interval(a) < 0;
      case "interval_le" -> (c, a) -> interval(a) <= 0;
      case "interval_gt" -> (c, a) -> interval(a) > 0;
      case "interval_ge" -> (c, a) -> interval(a) >= 0;
      case "interval_cmp" -> (c, a) -> Integer.signum(interval(a));
      case "interval_larger" -> (c, a) -> interval(a) > 0 ? a[0] : a[1];
      case "interval_smaller" -> (c, a) -> interval(a) < 0 ? a[0] : a[1];
      case "date_eq_timestamp" -> (c, a) -> date(a, 0) == 0;
      case "date_ne_timestamp" -> (c, a) -> date(a, 0) != 0;
      case "date_lt_timestamp" -> (c, a) -> date(a, 0) < 0;
      case "date_le_timestamp" -> (c, a) -> date(a, 0) <= 0;
      case "date_gt_timestamp" -> (c, a) -> date(a, 0) > 0;
      case "date_ge_timestamp" -> (c, a) -> date(a, 0) >= 0;
      case "date_cmp_timestamp" -> (c, a) -> date(a, 0);
      case "timestamp_eq_date" -> (c, a) -> date(a, 1) == 0;
      case "timestamp_ne_date" -> (c, a) -> date(a, 1) != 0;
      case "timestamp_lt_date" -> (c, a) -> date(a, 1) > 0;
      case "timestamp_le_date" -> (c, a) -> date(a, 1) >= 0;
      case "timestamp_gt_date" -> (c, a) -> date(a, 1) < 0;
      case "timestamp_ge_date" -> (c, a) -> date(a, 1) <= 0;
      case "timestamp_cmp_date" -> (c, a) -> -date(a, 1);
      case "date_eq_timestamptz" -> (c, a) -> date(c, a, 0) == 0;
      case "date_ne_timestamptz" -> (c, a) -> date(c, a, 0) != 0;
      case "date_lt_timestamptz" -> (c, a) -> date(c, a, 0) < 0;
      case "date_le_timestamptz" -> (c, a) -> date(c, a, 0) <= 0;
      case "date_gt_timestamptz" -> (c, a) -> date(c, a, 0) > 0;
      case "date_ge_timestamptz" -> (c, a) -> date(c, a, 0) >= 0;
      case "date_cmp_timestamptz" -> (c, a) -> date(c, a, 0);
      case "timestamptz_eq_date" -> (c, a) -> date(c, a, 1) == 0;
      case "timestamptz_ne_date" -> (c, a) -> date(c, a, 1) != 0;
      case "timestamptz_lt_date" -> (c, a) -> date(c, a, 1) > 0;
      case "timestamptz_le_date" -> (c, a) -> date(c, a, 1) >= 0;
      case "timestamptz_gt_date" -> (c, a) -> date(c, a, 1) < 0;
      case "timestamptz_ge_date" -> (c, a) -> date(c, a, 1) <= 0;
      case "timestamptz_cmp_date" -> (c, a) -> -date(c, a, 1);
      case "timestamp_eq_timestamptz" -> (c, a) -> local(c, a, 0) == 0;
      case "timestamp_ne_timestamptz" -> (c, a) -> local(c, a, 0) != 0;
      case "timestamp_lt_timestamptz" -> (c, a) -> local(c, a, 0) < 0;
      case "timestamp_le_timestamptz" -> (c, a) -> local(c, a, 0) <= 0;
      case "timestamp_gt_timestamptz" -> (c, a) -> local(c, a, 0) > 0;
      case "timestamp_ge_timestamptz" -> (c, a) -> local(c, a, 0) >= 0;
      case "timestamp_cmp_timestamptz" -> (c, a) -> local(c, a, 0);
      case "timestamptz_eq_timestamp" -> (c, a) -> local(c, a, 1) == 0;
      case "timestamptz_ne_timestamp" -> (c, a) -> local(c, a, 1) != 0;
      case "timestamptz_lt_timestamp" -> (c, a) -> local(c, a, 1) > 0;
      case "timestamptz_le_timestamp" -> (c, a) -> local(c, a, 1) >= 0;
      case "timestamptz_gt_timestamp" -> (c, a) -> local(c, a, 1) < 0;
      case "timestamptz_ge_timestamp" -> (c, a) -> local(c, a, 1) <= 0;
      case "timestamptz_cmp_timestamp" -> (c, a) -> -local(c, a, 1);
      default -> null;
    };
  }

  private static int plain(Object[] a) {
    return Long.compare(((Number) a[0]).longValue(), ((Number) a[1]).longValue());
  }

  private static int timetz(Object[] a) {
    return TimesOfDay.compare((TimeTz) a[0], (TimeTz) a[1]);
  }

  private static int interval(Object[] a) {
    return ((Interval) a[0]).compareTo((Interval) a[1]);
  }

  /** The date stands at an index, the timestamp at the other; the order is the date's. */
  private static int date(Object[] a, int index) {
    return Dates.compare((Integer) a[index], (Long) a[1 - index]);
  }

  private static int date(CallContext c, Object[] a, int index) {
    return Dates.compare((Integer) a[index], (Long) a[1 - index], c.types().timeZone());
  }

  private static int local(CallContext c, Object[] a, int index) {
    return Dates.compare((long) (Long) a[index], (Long) a[1 - index], c.types().timeZone());
  }
}
