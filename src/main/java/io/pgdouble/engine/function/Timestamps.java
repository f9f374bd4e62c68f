package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.DateTimes;
import io.pgdouble.type.Interval;
import io.pgdouble.type.Zone;

/** Arithmetic and conversions of timestamps. Source: {@code timestamp.c}. */
final class Timestamps {
  private static final double FIRST_SECOND = -210866803200.0;
  private static final double END_SECOND = 9224318016000.0;

  private Timestamps() {}

  /** {@code timestamp_pl_interval}. */
  static long plus(long timestamp, Interval span) {
    if (!DateTimes.isFinite(timestamp)) {
      return timestamp;
    }
    long moved = timestamp;
    if (span.months() != 0) {
      CalendarTime time = CalendarTime.of(moved);
      time.addMonths(span.months());
      moved = time.timestamp();
    }
    if (span.days() != 0) {
      CalendarTime time = CalendarTime.of(moved);
      time.addDays(span.days());
      moved = time.timestamp();
    }
    return checked(addExact(moved, span.micros()));
  }

  /** {@code timestamptz_pl_interval}: months and days by the clocks of a zone. */
  static long plus(long timestamp, Interval span, Zone zone) {
    if (!DateTimes.isFinite(timestamp)) {
      return timestamp;
    }
    long moved = timestamp;
    if (span.months() != 0) {
      CalendarTime time = CalendarTime.of(moved, zone);
      time.addMonths(span.months());
      moved = time.timestamp(zone);
    }
    if (span.days() != 0) {
      CalendarTime time = CalendarTime.of(moved, zone);
      time.addDays(span.days());
      moved = time.timestamp(zone);
    }
    return checked(addExact(moved, span.micros()));
  }

  /** The interval with all signs turned, without a look at overflow, as the server does it. */
  static Interval opposite(Interval span) {
    return new Interval(-span.months(), -span.days(), -span.micros());
  }

  private static long addExact(long left, long right) {
    long sum = left + right;
    if (((left ^ sum) & (right ^ sum)) < 0) {
      throw FunctionErrors.timestampRange();
    }
    return sum;
  }

  static long checked(long timestamp) {
    if (!DateTimes.isInRange(timestamp)) {
      throw FunctionErrors.timestampRange();
    }
    return timestamp;
  }

  /** {@code timestamp_mi}. */
  static Interval difference(long left, long right) {
    if (!DateTimes.isFinite(left) || !DateTimes.isFinite(right)) {
      throw new ReportedError(
          SqlState.DATETIME_VALUE_OUT_OF_RANGE, "cannot subtract infinite timestamps");
    }
    return Intervals.justifyHours(new Interval(0, 0, subtractExact(left, right)));
  }

  static long subtractExact(long left, long right) {
    long difference = left - right;
    if (((left ^ right) & (left ^ difference)) < 0) {
      throw FunctionErrors.intervalRange();
    }
    return difference;
  }

  /** {@code dt2local}: shifted by a displacement, and checked. */
  static long shifted(long timestamp, long seconds) {
    if (!DateTimes.isFinite(timestamp)) {
      return timestamp;
    }
    return checked(timestamp + seconds * DateTimes.MICROS_PER_SECOND);
  }

  /** {@code timestamp_timestamptz}, and {@code AT TIME ZONE} of a timestamp without one. */
  static long toZoned(long timestamp, Zone zone) {
    if (!DateTimes.isFinite(timestamp)) {
      return timestamp;
    }
    return shifted(timestamp, -LocalTimes.secondsEast(CalendarTime.of(timestamp), zone));
  }

  /** {@code timestamptz_timestamp}, and {@code AT TIME ZONE} of a timestamp with one. */
  static long toLocal(long timestamp, Zone zone) {
    if (!DateTimes.isFinite(timestamp)) {
      return timestamp;
    }
    return shifted(timestamp, zone.at(unixSeconds(timestamp)).secondsEast());
  }

  static long unixSeconds(long timestamp) {
    return Math.floorDiv(timestamp, DateTimes.MICROS_PER_SECOND) + DateTimes.EPOCH_AS_UNIX_SECONDS;
  }

  /** {@code AdjustTimestampForTypmod}. */
  static long rounded(long timestamp, int precision) {
    if (!DateTimes.isFinite(timestamp) || precision == -1 || precision == 6) {
      return timestamp;
    }
    if (precision < 0 || precision > 6) {
      throw FunctionErrors.invalidParameter(
          "timestamp(" + precision + ") precision must be between 0 and 6");
    }
    return roundedMicros(timestamp, precision);
  }

  /** Rounded to a number of digits after the second, halves away from zero. */
  static long roundedMicros(long micros, int precision) {
    long scale = 1;
    for (int i = precision; i < 6; i++) {
      scale *= 10;
    }
    long half = scale / 2;
    return micros >= 0 ? (micros + half) / scale * scale : -((-micros + half) / scale * scale);
  }

  /** {@code to_timestamp(float8)}. */
  static long ofUnixSeconds(double seconds) {
    if (Double.isNaN(seconds)) {
      throw new ReportedError(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "timestamp cannot be NaN");
    }
    if (Double.isInfinite(seconds)) {
      return seconds < 0 ? DateTimes.TIMESTAMP_MINUS_INFINITY : DateTimes.TIMESTAMP_INFINITY;
    }
    double shifted = seconds - DateTimes.EPOCH_AS_UNIX_SECONDS;
    long micros = (long) Math.rint(shifted * DateTimes.MICROS_PER_SECOND);
    if (seconds < FIRST_SECOND || seconds >= END_SECOND || !DateTimes.isInRange(micros)) {
      throw new ReportedError(
          SqlState.DATETIME_VALUE_OUT_OF_RANGE,
          "timestamp out of range: \"" + Floats.general(seconds) + "\"");
    }
    return micros;
  }

  /** {@code timestamp_age}; in no zone. */
  static Interval age(long left, long right) {
    requireReal(left);
    requireReal(right);
    return age(CalendarTime.of(left), CalendarTime.of(right), left < right ? -1 : 1);
  }

  /** {@code timestamptz_age}: by the clocks of a zone. */
  static Interval age(long left, long right, Zone zone) {
    requireReal(left);
    requireReal(right);
    CalendarTime first = CalendarTime.of(left, zone);
    CalendarTime second = CalendarTime.of(right, zone);
    return age(first, second, left < right ? -1 : 1);
  }

  private static void requireReal(long timestamp) {
    // The server takes infinity for the moment its bits would mean.
    if (timestamp == DateTimes.TIMESTAMP_MINUS_INFINITY) {
      throw FunctionErrors.timestampRange();
    }
  }

  private static Interval age(CalendarTime left, CalendarTime right, int sign) {
    long micros = sign * (left.timeOfDay() - right.timeOfDay());
    int days = sign * (left.day - right.day);
    int months = sign * (left.month - right.month);
    int years = sign * (left.year - right.year);
    if (micros < 0) {
      micros += DateTimes.MICROS_PER_DAY;
      days--;
    }
    CalendarTime earlier = sign < 0 ? left : right;
    while (days < 0) {
      days += CalendarTime.daysInMonth(earlier.year, earlier.month);
      months--;
    }
    long total = years * 12L + months;
    return new Interval((int) (sign * total), sign * days, sign * micros);
  }
}
