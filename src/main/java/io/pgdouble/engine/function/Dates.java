package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.DateTimes;
import io.pgdouble.type.TimeTz;
import io.pgdouble.type.Zone;

/** Arithmetic and conversions of dates. Source: {@code date.c}. */
final class Dates {
  private static final int FIRST = -DateTimes.EPOCH_JULIAN_DAY;

  /** The first date too late: 5874898-06-01. */
  private static final int END = 2_147_483_494 - DateTimes.EPOCH_JULIAN_DAY;

  /** The first date too late for a timestamp. */
  private static final int TIMESTAMP_END =
      (int) (DateTimes.TIMESTAMP_END / DateTimes.MICROS_PER_DAY);

  private Dates() {}

  static int plus(int date, long days) {
    if (!DateTimes.isFinite(date)) {
      return date;
    }
    long sum = date + days;
    if (sum < FIRST || sum >= END) {
      throw FunctionErrors.dateRange();
    }
    return (int) sum;
  }

  static int minus(int left, int right) {
    if (!DateTimes.isFinite(left) || !DateTimes.isFinite(right)) {
      throw new ReportedError(
          SqlState.DATETIME_VALUE_OUT_OF_RANGE, "cannot subtract infinite dates");
    }
    return left - right;
  }

  /** {@code date_timestamp}. */
  static long toTimestamp(int date) {
    if (!DateTimes.isFinite(date)) {
      return date > 0 ? DateTimes.TIMESTAMP_INFINITY : DateTimes.TIMESTAMP_MINUS_INFINITY;
    }
    if (date >= TIMESTAMP_END) {
      throw tooLate();
    }
    return date * DateTimes.MICROS_PER_DAY;
  }

  private static ReportedError tooLate() {
    return new ReportedError(
        SqlState.DATETIME_VALUE_OUT_OF_RANGE, "date out of range for timestamp");
  }

  /** {@code date_timestamptz}: midnight by the clocks of a zone. */
  static long toTimestamp(int date, Zone zone) {
    long local = toTimestamp(date);
    if (!DateTimes.isFinite(local)) {
      return local;
    }
    long timestamp = zoned(local, zone);
    if (!DateTimes.isInRange(timestamp)) {
      throw tooLate();
    }
    return timestamp;
  }

  private static long zoned(long local, Zone zone) {
    long clock = local / DateTimes.MICROS_PER_SECOND + DateTimes.EPOCH_AS_UNIX_SECONDS;
    return local - LocalTimes.secondsEast(clock, zone) * DateTimes.MICROS_PER_SECOND;
  }

  /** {@code date_cmp_timestamp}: dates too late for a timestamp come after all of those. */
  static int compare(int date, long timestamp) {
    if (DateTimes.isFinite(date) && date >= TIMESTAMP_END) {
      return timestamp == DateTimes.TIMESTAMP_INFINITY ? -1 : 1;
    }
    return Long.compare(toTimestamp(date), timestamp);
  }

  static int compare(int date, long timestamp, Zone zone) {
    if (DateTimes.isFinite(date) && date >= TIMESTAMP_END) {
      return timestamp == DateTimes.TIMESTAMP_INFINITY ? -1 : 1;
    }
    long local = toTimestamp(date);
    return compareZoned(DateTimes.isFinite(local) ? zoned(local, zone) : local, timestamp);
  }

  /** {@code timestamp_cmp_timestamptz}. */
  static int compare(long local, long timestamp, Zone zone) {
    if (!DateTimes.isFinite(local)) {
      return Long.compare(local, timestamp);
    }
    int east = LocalTimes.secondsEast(CalendarTime.of(local), zone);
    return compareZoned(local - east * DateTimes.MICROS_PER_SECOND, timestamp);
  }

  /** What left the range on the way still compares as it should. */
  private static int compareZoned(long converted, long timestamp) {
    if (DateTimes.isInRange(converted) || !DateTimes.isFinite(converted)) {
      return Long.compare(converted, timestamp);
    }
    if (converted < DateTimes.TIMESTAMP_MIN) {
      return timestamp == DateTimes.TIMESTAMP_MINUS_INFINITY ? 1 : -1;
    }
    return timestamp == DateTimes.TIMESTAMP_INFINITY ? -1 : 1;
  }

  /** {@code timestamp_date}. */
  static int ofTimestamp(long timestamp) {
    if (!DateTimes.isFinite(timestamp)) {
      return timestamp > 0 ? DateTimes.DATE_INFINITY : DateTimes.DATE_MINUS_INFINITY;
    }
    return (int) Math.floorDiv(timestamp, DateTimes.MICROS_PER_DAY);
  }

  /** {@code timestamptz_date}. */
  static int ofTimestamp(long timestamp, Zone zone) {
    if (!DateTimes.isFinite(timestamp)) {
      return ofTimestamp(timestamp);
    }
    return CalendarTime.of(timestamp, zone).julianDay() - DateTimes.EPOCH_JULIAN_DAY;
  }

  /** {@code datetime_timestamp}: a date and a time of day. */
  static long plusTime(int date, long time) {
    long midnight = toTimestamp(date);
    if (!DateTimes.isFinite(midnight)) {
      return midnight;
    }
    return Timestamps.checked(midnight + time);
  }

  /** {@code datetimetz_timestamptz}. */
  static long plusTime(int date, TimeTz time) {
    long midnight = toTimestamp(date);
    if (!DateTimes.isFinite(midnight)) {
      return midnight;
    }
    long sum = midnight + time.micros() + time.secondsWest() * DateTimes.MICROS_PER_SECOND;
    if (!DateTimes.isInRange(sum)) {
      throw tooLate();
    }
    return sum;
  }
}
