package io.pgdouble.type;

import io.pgdouble.type.DateTimeWords.Meaning;

/**
 * What is known so far of a date and time while its fields are read one after the other. Server:
 * {@code struct pg_tm} and the masks of {@code datetime.c}.
 */
final class DateTimeState {
  static final int MONTH = 1 << 1;
  static final int YEAR = 1 << 2;
  static final int DAY = 1 << 3;
  static final int TZ = 1 << 5;
  static final int DTZ = 1 << 6;
  static final int AMPM = 1 << 9;
  static final int DOY = 1 << 15;
  static final int DOW = 1 << 16;
  static final int ADBC = 1 << 18;
  static final int DTZMOD = 1 << 28;
  static final int DATE = YEAR | MONTH | DAY;
  static final int TIME = 1 << 10 | 1 << 11 | 1 << 12 | 1 << 13 | 1 << 14;

  private static final int[] NO_DATE = {0, 0, 0};

  /** The fields found up to the one that is being read. */
  int found;

  int year;
  int month;
  int day;
  int dayOfYear;
  int hour;
  int minute;
  int second;
  int micros;
  int secondsWest;
  DateTimeNumbers.MonthForm monthForm = DateTimeNumbers.MonthForm.NUMBER;
  boolean julian;
  boolean twoDigits;
  boolean bc;
  Meaning half = Meaning.NONE;

  /** A field may be given once only. */
  void note(int mask) {
    if ((mask & found) != 0) {
      throw DateTimeFault.badFormat();
    }
    found |= mask;
  }

  boolean has(int mask) {
    return (found & mask) == mask;
  }

  void setDate(int[] date) {
    year = date[0];
    month = date[1];
    day = date[2];
  }

  void setJulianDay(int julianDay) {
    setDate(julianDay < 0 ? NO_DATE : DateTimes.dateOfJulianDay(julianDay));
  }

  void setTime(DateTimeFields fields) {
    hour = fields.hour();
    minute = fields.minute();
    second = fields.second();
    micros = fields.micros();
  }

  DateTimeFields fields() {
    return new DateTimeFields(year, month, day, hour, minute, second, micros);
  }

  /** {@code time_overflows}. */
  boolean timeOverflows() {
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return true;
    }
    return micros < 0
        || micros > DateTimes.MICROS_PER_SECOND
        || fields().microsOfDay() > DateTimes.MICROS_PER_DAY;
  }

  /** {@code ValidateDate}. */
  void validateDate() {
    if ((found & YEAR) != 0 && !julian) {
      validateYear();
    }
    if ((found & DOY) != 0) {
      setDate(DateTimes.dateOfJulianDay(DateTimes.julianDay(year, 1, 1) + dayOfYear - 1));
    }
    if ((found & MONTH) != 0 && (month < 1 || month > 12)) {
      throw DateTimeFault.monthOrDay();
    }
    if ((found & DAY) != 0 && (day < 1 || day > 31)) {
      throw DateTimeFault.monthOrDay();
    }
    if (has(DATE) && day > DateTimes.daysIn(year, month)) {
      throw DateTimeFault.overflow();
    }
  }

  private void validateYear() {
    if (twoDigits && !bc && year >= 0) {
      if (year < 70) {
        year += 2000;
      } else if (year < 100) {
        year += 1900;
      }
      return;
    }
    // There is no year zero in this notation.
    if (year <= 0) {
      throw DateTimeFault.overflow();
    }
    year = bc ? -(year - 1) : year;
  }

  /** Applies AM or PM. */
  void applyHalf() {
    if (half == Meaning.NONE) {
      return;
    }
    if (hour > 12) {
      throw DateTimeFault.overflow();
    }
    if (half == Meaning.AM && hour == 12) {
      hour = 0;
    } else if (half == Meaning.PM && hour != 12) {
      hour += 12;
    }
  }
}
