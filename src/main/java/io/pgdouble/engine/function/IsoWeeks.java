package io.pgdouble.engine.function;

import io.pgdouble.type.DateTimes;

/** Weeks and years of ISO 8601. Source: {@code timestamp.c: date2isoweek} and its neighbours. */
final class IsoWeeks {
  private IsoWeeks() {}

  /** Julian day of the Monday of a week; the year is astronomical. */
  static int julianDay(int isoYear, int week) {
    return (week - 1) * 7 + firstMonday(isoYear);
  }

  private static int firstMonday(int isoYear) {
    int fourth = DateTimes.julianDay(isoYear, 1, 4);
    return fourth - DateTimes.dayOfWeek(fourth - 1);
  }

  static int year(int year, int month, int day) {
    int julian = DateTimes.julianDay(year, month, day);
    int own = julian < firstMonday(year) ? year - 1 : year;
    boolean late = (julian - firstMonday(own)) / 7 + 1 >= 52;
    return late && julian >= firstMonday(own + 1) ? own + 1 : own;
  }

  static int week(int year, int month, int day) {
    int julian = DateTimes.julianDay(year, month, day);
    return (julian - firstMonday(year(year, month, day))) / 7 + 1;
  }

  /** From 1 to 371. */
  static int dayOfYear(int year, int month, int day) {
    return DateTimes.julianDay(year, month, day) - firstMonday(year(year, month, day)) + 1;
  }
}
