package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.DateTimes;
import io.pgdouble.type.Interval;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Zone;

/** {@code date_trunc} and {@code date_bin}. Source: {@code timestamp.c}. */
final class TimestampTruncation {
  private TimestampTruncation() {}

  static long of(String word, long timestamp) {
    if (!DateTimes.isFinite(timestamp)) {
      return timestamp;
    }
    String lowered = TimeUnit.lowered(word);
    TimeUnit unit = unit(lowered, TypeOid.TIMESTAMP);
    CalendarTime time = CalendarTime.of(timestamp);
    truncate(time, unit, lowered, TypeOid.TIMESTAMP);
    return time.timestamp();
  }

  static long of(String word, long timestamp, Zone zone) {
    if (!DateTimes.isFinite(timestamp)) {
      return timestamp;
    }
    String lowered = TimeUnit.lowered(word);
    TimeUnit unit = unit(lowered, TypeOid.TIMESTAMPTZ);
    CalendarTime time = CalendarTime.of(timestamp, zone);
    truncate(time, unit, lowered, TypeOid.TIMESTAMPTZ);
    // Within a day the displacement stays, so that a repeated hour is not confused.
    return unit.compareTo(TimeUnit.HOUR) <= 0
        ? time.timestampEast(time.secondsEast)
        : time.timestamp(zone);
  }

  private static TimeUnit unit(String lowered, int type) {
    TimeUnit unit = TimeUnit.ofLength(lowered);
    if (unit == null) {
      throw TimeUnit.notRecognized(lowered, type);
    }
    return unit;
  }

  private static void truncate(CalendarTime time, TimeUnit unit, String word, int type) {
    if (unit.compareTo(TimeUnit.MILLENNIUM) > 0) {
      throw TimeUnit.notSupported(word, type);
    }
    if (unit == TimeUnit.MICROSECOND) {
      return;
    }
    time.micro = unit == TimeUnit.MILLISECOND ? time.micro / 1000 * 1000 : 0;
    if (unit == TimeUnit.WEEK) {
      int week = IsoWeeks.week(time.year, time.month, time.day);
      int year = IsoWeeks.year(time.year, time.month, time.day);
      time.setJulianDay(IsoWeeks.julianDay(year, week));
      time.setTimeOfDay(0);
      return;
    }
    time.second = unit.compareTo(TimeUnit.SECOND) > 0 ? 0 : time.second;
    time.minute = unit.compareTo(TimeUnit.MINUTE) > 0 ? 0 : time.minute;
    time.hour = unit.compareTo(TimeUnit.HOUR) > 0 ? 0 : time.hour;
    if (unit.compareTo(TimeUnit.MONTH) >= 0) {
      time.day = 1;
      time.month = firstMonth(unit, time.month);
      time.year = firstYear(unit, time.year);
    }
  }

  private static int firstMonth(TimeUnit unit, int month) {
    if (unit == TimeUnit.MONTH) {
      return month;
    }
    return unit == TimeUnit.QUARTER ? 3 * ((month - 1) / 3) + 1 : 1;
  }

  private static int firstYear(TimeUnit unit, int year) {
    if (unit == TimeUnit.DECADE) {
      return year > 0 ? year / 10 * 10 : -((8 - (year - 1)) / 10) * 10;
    }
    if (unit == TimeUnit.CENTURY) {
      return year > 0 ? (year + 99) / 100 * 100 - 99 : -((99 - (year - 1)) / 100) * 100 + 1;
    }
    if (unit == TimeUnit.MILLENNIUM) {
      return year > 0 ? (year + 999) / 1000 * 1000 - 999 : -((999 - (year - 1)) / 1000) * 1000 + 1;
    }
    return year;
  }

  /** {@code interval_trunc}. */
  static Interval of(String word, Interval span) {
    String lowered = TimeUnit.lowered(word);
    TimeUnit unit = unit(lowered, TypeOid.INTERVAL);
    if (unit == TimeUnit.WEEK || unit.compareTo(TimeUnit.MILLENNIUM) > 0) {
      ErrorReport report =
          ErrorReport.error(
              SqlState.FEATURE_NOT_SUPPORTED, TimeUnit.notSupportedText(lowered, TypeOid.INTERVAL));
      throw (unit == TimeUnit.WEEK
              ? report.withDetail("Months usually have fractional weeks.")
              : report)
          .toException();
    }
    long micros = span.micros() / microsOf(unit) * microsOf(unit);
    int days = unit.compareTo(TimeUnit.MONTH) >= 0 ? 0 : span.days();
    int months = span.months() / monthsOf(unit) * monthsOf(unit);
    return unit.compareTo(TimeUnit.DAY) >= 0
        ? new Interval(months, days, 0)
        : new Interval(months, days, micros);
  }

  private static long microsOf(TimeUnit unit) {
    if (unit == TimeUnit.MILLISECOND) {
      return 1000;
    }
    if (unit == TimeUnit.SECOND) {
      return DateTimes.MICROS_PER_SECOND;
    }
    if (unit == TimeUnit.MINUTE) {
      return DateTimes.MICROS_PER_MINUTE;
    }
    return unit == TimeUnit.HOUR ? DateTimes.MICROS_PER_HOUR : 1;
  }

  private static int monthsOf(TimeUnit unit) {
    return switch (unit) {
      case QUARTER -> 3;
      case YEAR -> 12;
      case DECADE -> 120;
      case CENTURY -> 1200;
      case MILLENNIUM -> 12000;
      case MICROSECOND,
          MILLISECOND,
          SECOND,
          MINUTE,
          HOUR,
          DAY,
          WEEK,
          MONTH,
          TIMEZONE,
          TIMEZONE_HOUR,
          TIMEZONE_MINUTE,
          DOW,
          ISODOW,
          DOY,
          ISOYEAR,
          JULIAN,
          EPOCH,
          RESERVED ->
          1;
    };
  }

  /** {@code date_bin}. */
  static long bin(Interval stride, long timestamp, long origin) {
    if (!DateTimes.isFinite(timestamp)) {
      return timestamp;
    }
    if (!DateTimes.isFinite(origin)) {
      throw new ReportedError(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "origin out of range");
    }
    long width = width(stride);
    long difference = Timestamps.subtractExact(timestamp, origin);
    long rest = difference % width;
    long result = origin + (difference - rest);
    if (rest >= 0) {
      return result;
    }
    long below = result - width;
    if (((result ^ width) & (result ^ below)) < 0) {
      throw FunctionErrors.timestampRange();
    }
    return Timestamps.checked(below);
  }

  private static long width(Interval stride) {
    if (stride.months() != 0) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "timestamps cannot be binned into intervals containing months or years");
    }
    long width = Intervals.addExact(Intervals.daysAsMicros(stride.days()), stride.micros());
    if (width <= 0) {
      throw new ReportedError(
          SqlState.DATETIME_VALUE_OUT_OF_RANGE, "stride must be greater than zero");
    }
    return width;
  }
}
