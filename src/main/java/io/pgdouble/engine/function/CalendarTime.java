package io.pgdouble.engine.function;

import io.pgdouble.type.DateTimes;
import io.pgdouble.type.Zone;

/**
 * A timestamp taken apart: {@code struct pg_tm} and its fraction. Mutable, as arithmetic by months
 * and truncation change it field by field. Source: {@code timestamp.c: timestamp2tm, tm2timestamp}.
 */
final class CalendarTime {
  /** Astronomical: 1 BC is 0. */
  int year;

  /** From 1. */
  int month;

  int day;
  int hour;
  int minute;
  int second;

  /** µs of the second. */
  int micro;

  /** The zone's displacement, where it was taken apart in a zone. */
  int secondsEast;

  /** What the zone is called then; empty where it was taken apart without a zone. */
  String zoneAbbreviation = "";

  /** Without a zone. The timestamp is finite. */
  static CalendarTime of(long timestamp) {
    CalendarTime time = new CalendarTime();
    int days = (int) Math.floorDiv(timestamp, DateTimes.MICROS_PER_DAY);
    time.setJulianDay(days + DateTimes.EPOCH_JULIAN_DAY);
    time.setTimeOfDay(Math.floorMod(timestamp, DateTimes.MICROS_PER_DAY));
    return time;
  }

  /** In a zone. The timestamp is finite. */
  static CalendarTime of(long timestamp, Zone zone) {
    long unixSeconds =
        Math.floorDiv(timestamp, DateTimes.MICROS_PER_SECOND) + DateTimes.EPOCH_AS_UNIX_SECONDS;
    Zone.ZoneOffset offset = zone.at(unixSeconds);
    CalendarTime time = of(timestamp + offset.secondsEast() * DateTimes.MICROS_PER_SECOND);
    time.secondsEast = offset.secondsEast();
    time.zoneAbbreviation = offset.abbreviation();
    return time;
  }

  void setJulianDay(int julianDay) {
    int[] date = DateTimes.dateOfJulianDay(julianDay);
    year = date[0];
    month = date[1];
    day = date[2];
  }

  void setTimeOfDay(long micros) {
    hour = (int) (micros / DateTimes.MICROS_PER_HOUR);
    minute = (int) (micros / DateTimes.MICROS_PER_MINUTE % 60);
    second = (int) (micros / DateTimes.MICROS_PER_SECOND % 60);
    micro = (int) (micros % DateTimes.MICROS_PER_SECOND);
  }

  int julianDay() {
    return DateTimes.julianDay(year, month, day);
  }

  long timeOfDay() {
    return ((hour * 60L + minute) * 60 + second) * DateTimes.MICROS_PER_SECOND + micro;
  }

  /** Adds months and cuts the day to the month's last. */
  void addMonths(int months) {
    long sum = (long) month + months;
    if (sum != (int) sum) {
      throw FunctionErrors.timestampRange();
    }
    month = (int) sum;
    if (month > 12) {
      year += (month - 1) / 12;
      month = (month - 1) % 12 + 1;
    } else if (month < 1) {
      year += month / 12 - 1;
      month = month % 12 + 12;
    }
    day = Math.min(day, daysInMonth(year, month));
  }

  void addDays(int days) {
    long julian = (long) julianDay() + days;
    if (julian != (int) julian || julian < -1) {
      throw FunctionErrors.timestampRange();
    }
    setJulianDay((int) julian);
  }

  static int daysInMonth(int year, int month) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /**
   * The timestamp of these fields as they stand, without a zone.
   *
   * @throws io.pgdouble.error.ReportedError {@code 22008} where there is none
   */
  long timestamp() {
    if (!isValidJulian(year, month)) {
      throw FunctionErrors.timestampRange();
    }
    long timestamp = unchecked();
    if (!DateTimes.isInRange(timestamp)) {
      throw FunctionErrors.timestampRange();
    }
    return timestamp;
  }

  /** The moment at which clocks in a zone show these fields. */
  long timestamp(Zone zone) {
    if (!isValidJulian(year, month)) {
      throw FunctionErrors.timestampRange();
    }
    int east = LocalTimes.secondsEast(this, zone);
    return timestampEast(east);
  }

  /** The moment at which clocks at a displacement show these fields. */
  long timestampEast(int east) {
    if (!isValidJulian(year, month)) {
      throw FunctionErrors.timestampRange();
    }
    long timestamp = unchecked() - east * DateTimes.MICROS_PER_SECOND;
    if (!DateTimes.isInRange(timestamp)) {
      throw FunctionErrors.timestampRange();
    }
    return timestamp;
  }

  private long unchecked() {
    long days = julianDay() - DateTimes.EPOCH_JULIAN_DAY;
    // Far beyond the range the product would wrap around.
    if (days > DateTimes.TIMESTAMP_END / DateTimes.MICROS_PER_DAY + 1) {
      throw FunctionErrors.timestampRange();
    }
    return days * DateTimes.MICROS_PER_DAY + timeOfDay();
  }

  /** {@code IS_VALID_JULIAN}. */
  static boolean isValidJulian(int year, int month) {
    return (year > -4713 || (year == -4713 && month >= 11))
        && (year < 5874898 || (year == 5874898 && month < 6));
  }
}
