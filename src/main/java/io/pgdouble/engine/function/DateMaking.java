package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.DateTimes;

/** {@code make_date} and its kin. Source: {@code date.c}, {@code timestamp.c}. */
final class DateMaking {
  private DateMaking() {}

  static int date(int year, int month, int day) {
    // A year before Christ counts backwards from 1.
    int astronomical = year < 0 ? -(-year - 1) : year;
    int shownOnError = -Math.abs(year) == year && year != Integer.MIN_VALUE ? astronomical : year;
    if (!isDate(year, astronomical, month, day)) {
      throw new ReportedError(
          SqlState.DATETIME_FIELD_OVERFLOW,
          "date field value out of range: " + text(year == 0 ? 0 : shownOnError, month, day));
    }
    int julian = DateTimes.julianDay(astronomical, month, day);
    if (!CalendarTime.isValidJulian(astronomical, month)
        || !isInRange(julian - DateTimes.EPOCH_JULIAN_DAY)) {
      throw outOfRange("date out of range: " + text(astronomical, month, day));
    }
    return julian - DateTimes.EPOCH_JULIAN_DAY;
  }

  /** {@code IS_VALID_DATE}. */
  static boolean isInRange(int date) {
    return date >= -DateTimes.EPOCH_JULIAN_DAY && date < 2_147_483_494 - DateTimes.EPOCH_JULIAN_DAY;
  }

  private static boolean isDate(int year, int astronomical, int month, int day) {
    return year != 0
        && year != Integer.MIN_VALUE
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= CalendarTime.daysInMonth(astronomical, month);
  }

  private static String text(int year, int month, int day) {
    return String.format("%d-%02d-%02d", year, month, day);
  }

  private static ReportedError outOfRange(String message) {
    return new ReportedError(SqlState.DATETIME_VALUE_OUT_OF_RANGE, message);
  }

  static long time(int hour, int minute, double second) {
    double micros = Math.rint(second * DateTimes.MICROS_PER_SECOND);
    boolean fields =
        hour >= 0
            && hour <= 24
            && minute >= 0
            && minute < 60
            && micros >= 0
            && micros <= DateTimes.MICROS_PER_MINUTE;
    long time = (hour * 60L + minute) * DateTimes.MICROS_PER_MINUTE + (long) micros;
    if (!fields || time > DateTimes.MICROS_PER_DAY) {
      throw new ReportedError(
          SqlState.DATETIME_FIELD_OVERFLOW,
          "time field value out of range: " + clockText(hour, minute, second));
    }
    return time;
  }

  private static String clockText(int hour, int minute, double second) {
    String seconds = Floats.general(second);
    return String.format(
        "%d:%02d:%s", hour, minute, seconds.length() < 2 ? "0" + seconds : seconds);
  }

  /** {@code make_timestamp}: the first six arguments are the fields. */
  static long timestamp(Object[] a) {
    int year = (Integer) a[0];
    int month = (Integer) a[1];
    int day = (Integer) a[2];
    int astronomical = year < 0 ? -(-year - 1) : year;
    if (!isDate(year, astronomical, month, day)) {
      throw new ReportedError(
          SqlState.DATETIME_FIELD_OVERFLOW,
          "date field value out of range: " + text(year, month, day));
    }
    if (!CalendarTime.isValidJulian(astronomical, month)) {
      throw outOfRange("date out of range: " + text(year, month, day));
    }
    int hour = (Integer) a[3];
    int minute = (Integer) a[4];
    double second = (Double) a[5];
    long time = time(hour, minute, second);
    long days = DateTimes.julianDay(astronomical, month, day) - DateTimes.EPOCH_JULIAN_DAY;
    boolean fits = Math.abs(days) < Long.MAX_VALUE / DateTimes.MICROS_PER_DAY;
    if (!fits || !DateTimes.isInRange(days * DateTimes.MICROS_PER_DAY + time)) {
      throw outOfRange(
          "timestamp out of range: "
              + text(year, month, day)
              + " "
              + clockText(hour, minute, second));
    }
    return days * DateTimes.MICROS_PER_DAY + time;
  }
}
