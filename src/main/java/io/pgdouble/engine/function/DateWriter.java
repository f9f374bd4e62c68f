package io.pgdouble.engine.function;

import io.pgdouble.engine.function.DateFormat.Ordinal;
import io.pgdouble.engine.function.DateFormat.Part;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.DateTimes;
import io.pgdouble.type.Interval;
import io.pgdouble.type.Zone;
import java.util.Locale;

/** {@code to_char} of timestamps and intervals. Source: {@code formatting.c: DCH_to_char}. */
final class DateWriter {
  static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };
  static final String[] DAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
  };
  static final String[] ROMAN = {
    "XII", "XI", "X", "IX", "VIII", "VII", "VI", "V", "IV", "III", "II", "I"
  };
  static final String[] SHORT_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  static final String[] SHORT_DAYS = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
  private static final int NAME_WIDTH = 9;
  private static final int ROMAN_WIDTH = 4;

  private final CalendarTime time;
  private final boolean interval;
  private final StringBuilder out = new StringBuilder();

  /** Not the field of the time: an interval's hours may be too many for it. */
  private final long hour;

  private DateWriter(CalendarTime time, boolean interval, long hour) {
    this.time = time;
    this.interval = interval;
    this.hour = hour;
  }

  /** Null for an empty pattern and for the infinities. */
  static String timestamp(long timestamp, String pattern) {
    if (pattern.isEmpty() || !DateTimes.isFinite(timestamp)) {
      return null;
    }
    CalendarTime time = CalendarTime.of(timestamp);
    return new DateWriter(time, false, time.hour).write(pattern);
  }

  static String timestamp(long timestamp, Zone zone, String pattern) {
    if (pattern.isEmpty() || !DateTimes.isFinite(timestamp)) {
      return null;
    }
    CalendarTime time = CalendarTime.of(timestamp, zone);
    return new DateWriter(time, false, time.hour).write(pattern);
  }

  static String interval(Interval span, String pattern) {
    if (pattern.isEmpty()) {
      return null;
    }
    CalendarTime time = new CalendarTime();
    time.year = span.months() / 12;
    time.month = span.months() % 12;
    time.day = span.days();
    time.minute = (int) (span.micros() / DateTimes.MICROS_PER_MINUTE % 60);
    time.second = (int) (span.micros() / DateTimes.MICROS_PER_SECOND % 60);
    time.micro = (int) (span.micros() % DateTimes.MICROS_PER_SECOND);
    return new DateWriter(time, true, span.micros() / DateTimes.MICROS_PER_HOUR).write(pattern);
  }

  private String write(String pattern) {
    for (Part part : DateFormat.parse(pattern)) {
      if (part.keyword().isEmpty()) {
        out.append(part.text());
      } else {
        write(part);
      }
    }
    return out.toString();
  }

  private void write(Part part) {
    String key = part.keyword().toUpperCase(Locale.ROOT);
    switch (key) {
      case "A.M.", "P.M.", "AM", "PM", "A.D.", "B.C.", "AD", "BC" -> half(part, key);
      case "HH", "HH12", "HH24", "MI", "SS", "SSSS", "SSSSS" -> clock(part, key);
      case "FF1", "FF2", "FF3", "FF4", "FF5", "FF6", "MS", "US" -> fraction(part, key);
      case "TZ", "TZH", "TZM", "OF" -> zone(part, key);
      case "MONTH", "MON", "DAY", "DY", "RM" -> name(part, key);
      case "FX" -> {
        // Only reading obeys it.
      }
      default -> calendar(part, key);
    }
  }

  private void calendarOnly() {
    if (interval) {
      throw ErrorReport.error(
              SqlState.INVALID_DATETIME_FORMAT,
              "invalid format specification for an interval value")
          .withHint("Intervals are not tied to specific calendar dates.")
          .toException();
    }
  }

  private static boolean isLower(Part part) {
    return Character.isLowerCase(part.keyword().charAt(0));
  }

  /** Before or after noon, before or after Christ. */
  private void half(Part part, String key) {
    boolean era = key.contains("D") || key.contains("C");
    if (era) {
      calendarOnly();
    }
    boolean second = era ? time.year > 0 : hour % 24 >= 12;
    String letter = era ? (second ? "A" : "B") : second ? "P" : "A";
    String other = era ? (second ? "D" : "C") : "M";
    String text = key.contains(".") ? letter + "." + other + "." : letter + other;
    out.append(isLower(part) ? text.toLowerCase(Locale.ROOT) : text);
  }

  private void clock(Part part, String key) {
    switch (key) {
      case "HH24" -> number(part, hour, signed(2, hour));
      case "MI" -> number(part, time.minute, signed(2, time.minute));
      case "SS" -> number(part, time.second, signed(2, time.second));
      case "SSSS", "SSSSS" -> number(part, hour * 3600 + time.minute * 60L + time.second, 0);
      default -> number(part, hour % 12 == 0 ? 12 : hour % 12, signed(2, hour));
    }
  }

  /** One more place for the sign of what is negative. */
  private static int signed(int width, long value) {
    return value >= 0 ? width : width + 1;
  }

  private void fraction(Part part, String key) {
    int digits =
        switch (key) {
          case "MS" -> 3;
          case "US" -> 6;
          default -> key.charAt(2) - '0';
        };
    int value = time.micro;
    for (int i = digits; i < 6; i++) {
      value /= 10;
    }
    ordinal(part, padded(value, digits));
  }

  private void zone(Part part, String key) {
    calendarOnly();
    int absolute = Math.abs(time.secondsEast);
    String sign = time.secondsEast >= 0 ? "+" : "-";
    int minutes = absolute % 3600 / 60;
    switch (key) {
      case "TZ" ->
          out.append(
              isLower(part)
                  ? time.zoneAbbreviation.toLowerCase(Locale.ROOT)
                  : time.zoneAbbreviation);
      case "TZH" -> out.append(sign).append(padded(absolute / 3600, 2));
      case "TZM" -> out.append(padded(minutes, 2));
      default -> {
        out.append(sign).append(padded(absolute / 3600, part.fill() ? 2 : 0));
        out.append(absolute % 3600 == 0 ? "" : ":" + padded(minutes, 2));
      }
    }
  }

  private void name(Part part, String key) {
    if (key.equals("RM")) {
      roman(part);
      return;
    }
    calendarOnly();
    boolean day = key.startsWith("D");
    String full = day ? DAYS[DateTimes.dayOfWeek(time.julianDay())] : MONTHS[time.month - 1];
    boolean whole = key.equals("MONTH") || key.equals("DAY");
    String name = whole ? full : full.substring(0, 3);
    String cased = cased(part.keyword(), name);
    boolean padded = whole && part.fill() && !part.translated();
    out.append(padded ? String.format("%-" + NAME_WIDTH + "s", cased) : cased);
  }

  private static String cased(String keyword, String name) {
    if (Character.isLowerCase(keyword.charAt(0))) {
      return name.toLowerCase(Locale.ROOT);
    }
    return Character.isUpperCase(keyword.charAt(1)) ? name.toUpperCase(Locale.ROOT) : name;
  }

  private void roman(Part part) {
    if (time.month == 0 && time.year == 0) {
      return;
    }
    int index = time.month > 0 ? 12 - time.month : -(time.month + 1);
    if (time.month == 0) {
      index = time.year >= 0 ? 0 : 11;
    }
    String text = isLower(part) ? ROMAN[index].toLowerCase(Locale.ROOT) : ROMAN[index];
    boolean padded = part.fill() && !part.translated();
    out.append(padded ? String.format("%-" + ROMAN_WIDTH + "s", text) : text);
  }

  private void calendar(Part part, String key) {
    int weekday = DateTimes.dayOfWeek(time.julianDay());
    switch (key) {
      case "MM" -> number(part, time.month, signed(2, time.month));
      case "DD" -> number(part, time.day, 2);
      case "DDD" -> number(part, dayOfYear(), 3);
      case "IDDD" -> number(part, IsoWeeks.dayOfYear(time.year, time.month, time.day), 3);
      case "D" -> onlyCalendar(part, weekday + 1);
      case "ID" -> onlyCalendar(part, weekday == 0 ? 7 : weekday);
      case "WW" -> number(part, (dayOfYear() - 1) / 7 + 1, 2);
      case "IW" -> number(part, IsoWeeks.week(time.year, time.month, time.day), 2);
      case "W" -> number(part, (time.day - 1) / 7 + 1, 0);
      case "Q" -> quarter(part);
      case "CC" -> century(part);
      case "J" -> number(part, time.julianDay(), 0);
      default -> year(part, key);
    }
  }

  private void onlyCalendar(Part part, int value) {
    calendarOnly();
    number(part, value, 0);
  }

  private int dayOfYear() {
    return interval
        ? (time.year * 12 + time.month) * 30 + time.day
        : time.julianDay() - DateTimes.julianDay(time.year, 1, 1) + 1;
  }

  private void quarter(Part part) {
    if (time.month != 0) {
      number(part, (time.month - 1) / 3 + 1, 0);
    }
  }

  private void century(Part part) {
    int century = time.year / 100;
    if (!interval) {
      century = time.year > 0 ? (time.year - 1) / 100 + 1 : time.year / 100 - 1;
    }
    number(part, century, Math.abs(century) <= 99 ? signed(2, century) : 0);
  }

  /** {@code ADJUST_YEAR}: the year as it is counted before Christ. */
  private int adjusted(int year) {
    return interval || year > 0 ? year : -(year - 1);
  }

  private void year(Part part, String key) {
    if (key.equals("Y,YYY")) {
      int year = adjusted(time.year);
      int thousands = year / 1000;
      ordinal(part, thousands + "," + padded(year - thousands * 1000L, 3));
      return;
    }
    int own = key.startsWith("I") ? IsoWeeks.year(time.year, time.month, time.day) : time.year;
    int year = adjusted(own);
    int digits = key.length();
    int width = digits == 1 ? 0 : signed(digits, adjusted(time.year));
    int modulus = digits == 4 ? Integer.MAX_VALUE : (int) Math.pow(10, digits);
    number(part, year % modulus, width);
  }

  private void number(Part part, long value, int width) {
    ordinal(part, padded(value, part.fill() ? width : 0));
  }

  /** Zeros in front, the sign counted in. */
  private static String padded(long value, int width) {
    return width <= 1 ? Long.toString(value) : String.format("%0" + width + "d", value);
  }

  private void ordinal(Part part, String number) {
    out.append(number);
    if (part.ordinal() != Ordinal.NONE) {
      String ending = ordinalEnding(number);
      out.append(part.ordinal() == Ordinal.LOWER ? ending.toLowerCase(Locale.ROOT) : ending);
    }
  }

  /** {@code get_th}. */
  static String ordinalEnding(String number) {
    char last = number.charAt(number.length() - 1);
    if (last < '0' || last > '9') {
      throw new ReportedError(
          SqlState.INVALID_TEXT_REPRESENTATION, "\"" + number + "\" is not a number");
    }
    boolean teen = number.length() > 1 && number.charAt(number.length() - 2) == '1';
    if (teen) {
      return "TH";
    }
    return switch (last) {
      case '1' -> "ST";
      case '2' -> "ND";
      case '3' -> "RD";
      default -> "TH";
    };
  }
}
