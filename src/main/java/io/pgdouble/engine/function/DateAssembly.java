package io.pgdouble.engine.function;

import io.pgdouble.engine.function.DateFields.Field;
import io.pgdouble.engine.function.FormatNode.Calendar;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.DateTimeFields;
import io.pgdouble.type.DateTimes;
import java.util.EnumSet;
import java.util.Set;

/** Makes a date of the fields that were read. Source: {@code formatting.c: do_to_timestamp}. */
final class DateAssembly {
  private static final int MAX_TZDISP_HOUR = 15;
  private static final Set<Field> DATE = EnumSet.of(Field.YEAR, Field.MONTH, Field.DAY);

  private final DateFields read;
  private final String text;
  private final CalendarTime time = new CalendarTime();

  /** Which parts of the date were said: the bit mask for {@code ValidateDate}. */
  private final Set<Field> said = EnumSet.noneOf(Field.class);

  private DateAssembly(DateFields read, String text) {
    this.read = read;
    this.text = text;
    time.month = 1;
    time.day = 1;
  }

  /**
   * @param text what was read, for messages
   */
  static DateTimeFields of(DateFields read, String text) {
    DateAssembly assembly = new DateAssembly(read, text);
    assembly.clock();
    assembly.year();
    assembly.date();
    assembly.dayOfYear();
    assembly.validate();
    CalendarTime time = assembly.time;
    return new DateTimeFields(
        time.year, time.month, time.day, time.hour, time.minute, time.second, time.micro);
  }

  static int secondsEast(DateFields read) {
    return read.zoneSign * (read.get(Field.ZONE_HOUR) * 3600 + read.get(Field.ZONE_MINUTE) * 60);
  }

  private int or(Field field, int other) {
    return read.has(field) ? read.get(field) : other;
  }

  private void clock() {
    int seconds = read.get(Field.SECOND_OF_DAY);
    time.hour = or(Field.HOUR, seconds / 3600);
    time.minute = or(Field.MINUTE, seconds % 3600 / 60);
    time.second = or(Field.SECOND, seconds % 60);
    time.micro = read.get(Field.MILLISECOND) * 1000 + read.get(Field.MICROSECOND);
    if (!read.twelveHours) {
      return;
    }
    if (time.hour < 1 || time.hour > 12) {
      throw ErrorReport.error(
              SqlState.INVALID_DATETIME_FORMAT,
              "hour \"" + time.hour + "\" is invalid for the 12-hour clock")
          .withHint("Use the 24-hour clock, or give an hour between 1 and 12.")
          .toException();
    }
    time.hour = time.hour % 12 + (read.has(Field.AFTERNOON) ? 12 : 0);
  }

  private void year() {
    boolean before = read.has(Field.BEFORE_CHRIST);
    int century = before ? -read.get(Field.CENTURY) : read.get(Field.CENTURY);
    int year = read.get(Field.YEAR);
    if (year == 0 && century == 0) {
      return;
    }
    said.add(Field.YEAR);
    if (year == 0) {
      time.year = century >= 0 ? (century - 1) * 100 + 1 : century * 100 + 1;
    } else if (century != 0 && read.yearDigits <= 2) {
      time.year = ofCentury(century, year % 100);
    } else {
      int signed = before ? -year : year;
      // There is no year 0.
      time.year = signed < 0 ? signed + 1 : signed;
    }
  }

  /** The 21st century lasts from 2001 to 2100, the 6th before Christ from 600 to 501 BC. */
  private static int ofCentury(int century, int year) {
    if (year == 0) {
      return century * 100 + (century >= 0 ? 0 : 1);
    }
    return century >= 0 ? year + (century - 1) * 100 : (century + 1) * 100 - year + 1;
  }

  private void setJulianDay(int julianDay) {
    time.setJulianDay(julianDay);
    said.addAll(DATE);
  }

  private void date() {
    if (read.has(Field.JULIAN)) {
      setJulianDay(read.get(Field.JULIAN));
    }
    if (read.has(Field.WEEK)) {
      week();
    }
    if (read.has(Field.WEEK_OF_MONTH)) {
      read.replace(Field.DAY, (read.get(Field.WEEK_OF_MONTH) - 1) * 7 + 1);
    }
    if (read.has(Field.DAY)) {
      time.day = read.get(Field.DAY);
      said.add(Field.DAY);
    }
    if (read.has(Field.MONTH)) {
      time.month = read.get(Field.MONTH);
      said.add(Field.MONTH);
    }
  }

  private void week() {
    int week = read.get(Field.WEEK);
    if (read.calendar != Calendar.ISO_WEEK) {
      read.replace(Field.DAY_OF_YEAR, (week - 1) * 7 + 1);
      return;
    }
    int day = read.get(Field.DAY_OF_WEEK);
    int monday = IsoWeeks.julianDay(time.year, week);
    if (day == 0) {
      setJulianDay(monday);
    } else {
      setJulianDay(monday + (day > 1 ? day - 2 : 6));
    }
  }

  private void dayOfYear() {
    int day = read.get(Field.DAY_OF_YEAR);
    if (day == 0 || (time.month > 1 && time.day > 1)) {
      return;
    }
    if (time.year == 0 && !read.has(Field.BEFORE_CHRIST)) {
      throw new ReportedError(
          SqlState.INVALID_DATETIME_FORMAT,
          "cannot calculate day of year without year information");
    }
    if (read.calendar == Calendar.ISO_WEEK) {
      setJulianDay(IsoWeeks.julianDay(time.year, 1) - 1 + day);
      return;
    }
    int month = 1;
    int before = 0;
    while (month <= 12 && day > before + CalendarTime.daysInMonth(time.year, month)) {
      before += CalendarTime.daysInMonth(time.year, month);
      month++;
    }
    time.month = time.month <= 1 ? month : time.month;
    time.day = time.day <= 1 ? day - before : time.day;
    said.add(Field.MONTH);
    said.add(Field.DAY);
  }

  private void validate() {
    boolean month = said.contains(Field.MONTH) && (time.month < 1 || time.month > 12);
    boolean day = said.contains(Field.DAY) && (time.day < 1 || time.day > 31);
    if (month || day || (said.containsAll(DATE) && isBeyondMonth()) || !isClock()) {
      throw new ReportedError(
          SqlState.DATETIME_FIELD_OVERFLOW, "date/time field value out of range: \"" + text + "\"");
    }
    int hours = read.get(Field.ZONE_HOUR);
    int minutes = read.get(Field.ZONE_MINUTE);
    boolean zone = hours >= 0 && hours <= MAX_TZDISP_HOUR && minutes >= 0 && minutes < 60;
    if (read.zoneSign != 0 && !zone) {
      throw new ReportedError(
          SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE,
          "time zone displacement out of range: \"" + text + "\"");
    }
  }

  private boolean isBeyondMonth() {
    return time.day > CalendarTime.daysInMonth(time.year, time.month);
  }

  private boolean isClock() {
    return time.hour >= 0
        && time.hour < 24
        && time.minute >= 0
        && time.minute < 60
        && time.second >= 0
        && time.second < 60
        && time.micro >= 0
        && time.micro < DateTimes.MICROS_PER_SECOND;
  }
}
