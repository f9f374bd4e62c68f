package io.pgdouble.engine.function;

import io.pgdouble.type.DateTimes;
import io.pgdouble.type.Interval;
import io.pgdouble.type.TimeTz;
import io.pgdouble.type.Zone;

/** Arithmetic and conversions of {@code time} and {@code timetz}. Source: {@code date.c}. */
final class TimesOfDay {
  private TimesOfDay() {}

  /** Wraps around midnight; the sum itself may overflow, as it does in the server. */
  static long plus(long time, long micros) {
    return Math.floorMod(time + micros, DateTimes.MICROS_PER_DAY);
  }

  static TimeTz plus(TimeTz time, long micros) {
    return new TimeTz(plus(time.micros(), micros), time.secondsWest());
  }

  /** {@code timetz_cmp}: by the moment, then by the zone. */
  static int compare(TimeTz left, TimeTz right) {
    int moments = Long.compare(moment(left), moment(right));
    return moments != 0 ? moments : Integer.compare(left.secondsWest(), right.secondsWest());
  }

  private static long moment(TimeTz time) {
    return time.micros() + time.secondsWest() * DateTimes.MICROS_PER_SECOND;
  }

  /** {@code timetz_zone}, {@code timetz_izone}. */
  static TimeTz inZone(TimeTz time, int secondsEast) {
    long shift = (long) time.secondsWest() + secondsEast;
    long micros = time.micros() + shift * DateTimes.MICROS_PER_SECOND;
    return new TimeTz(Math.floorMod(micros, DateTimes.MICROS_PER_DAY), -secondsEast);
  }

  static TimeTz inZone(TimeTz time, Zone zone, long now) {
    return inZone(time, zone.at(Timestamps.unixSeconds(now)).secondsEast());
  }

  /** {@code timestamptz_timetz}; null for an infinity. */
  static TimeTz timetzOf(long timestamp, Zone zone) {
    if (!DateTimes.isFinite(timestamp)) {
      return null;
    }
    CalendarTime time = CalendarTime.of(timestamp, zone);
    return new TimeTz(time.timeOfDay(), -time.secondsEast);
  }

  /** {@code timestamp_time}; null for an infinity. */
  static Long timeOf(long timestamp) {
    return DateTimes.isFinite(timestamp)
        ? Math.floorMod(timestamp, DateTimes.MICROS_PER_DAY)
        : null;
  }

  static Long timeOf(long timestamp, Zone zone) {
    return DateTimes.isFinite(timestamp) ? CalendarTime.of(timestamp, zone).timeOfDay() : null;
  }

  /** {@code time_timetz}: in the zone, on the day of the transaction. */
  static TimeTz withZone(CallContext context, long time) {
    Zone zone = context.types().timeZone();
    CalendarTime today = CalendarTime.of(context.execution().transactionTimestamp(), zone);
    today.setTimeOfDay(time);
    return new TimeTz(time, -LocalTimes.secondsEast(today, zone));
  }

  /** {@code interval_time}. */
  static long ofInterval(Interval span) {
    return Math.floorMod(span.micros(), DateTimes.MICROS_PER_DAY);
  }

  /** {@code AdjustTimeForTypmod}. */
  static long rounded(long time, int precision) {
    return precision < 0 || precision > 6 ? time : Timestamps.roundedMicros(time, precision);
  }
}
