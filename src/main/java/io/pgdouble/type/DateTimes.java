package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.OptionalLong;

/**
 * Calendar and clock arithmetic as the server does it. Dates are days, timestamps µs, both since
 * 2000-01-01. Server: {@code datetime.c}, {@code timestamp.c}.
 */
public final class DateTimes {
  public static final long MICROS_PER_SECOND = 1_000_000L;
  public static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
  public static final long MICROS_PER_HOUR = 60 * MICROS_PER_MINUTE;
  public static final long MICROS_PER_DAY = 24 * MICROS_PER_HOUR;
  public static final int SECONDS_PER_DAY = 86_400;

  /** The Julian day of 2000-01-01 ({@code POSTGRES_EPOCH_JDATE}). */
  public static final int EPOCH_JULIAN_DAY = 2_451_545;

  /** The Julian day of 1970-01-01 ({@code UNIX_EPOCH_JDATE}). */
  public static final int UNIX_EPOCH_JULIAN_DAY = 2_440_588;

  /** Seconds from 1970-01-01 to 2000-01-01. */
  public static final long EPOCH_AS_UNIX_SECONDS = 946_684_800L;

  public static final long TIMESTAMP_INFINITY = Long.MAX_VALUE;
  public static final long TIMESTAMP_MINUS_INFINITY = Long.MIN_VALUE;
  public static final int DATE_INFINITY = Integer.MAX_VALUE;
  public static final int DATE_MINUS_INFINITY = Integer.MIN_VALUE;

  /** The first timestamp: 4713-11-24 BC. */
  public static final long TIMESTAMP_MIN = -211_813_488_000_000_000L;

  /** The first timestamp too late: 294277-01-01. */
  public static final long TIMESTAMP_END = 9_223_371_331_200_000_000L;

  private DateTimes() {}

  public static boolean isFinite(long timestamp) {
    return timestamp != TIMESTAMP_INFINITY && timestamp != TIMESTAMP_MINUS_INFINITY;
  }

  public static boolean isFinite(int date) {
    return date != DATE_INFINITY && date != DATE_MINUS_INFINITY;
  }

  /** {@code IS_VALID_TIMESTAMP}; the infinities are not asked about here. */
  public static boolean isInRange(long timestamp) {
    return timestamp >= TIMESTAMP_MIN && timestamp < TIMESTAMP_END;
  }

  /**
   * The Julian day of a date in the proleptic Gregorian calendar.
   *
   * @param year astronomical: 1 BC is 0
   * @param month from 1
   */
  public static int julianDay(int year, int month, int day) {
    int y = month > 2 ? year + 4800 : year + 4799;
    int m = month > 2 ? month + 1 : month + 13;
    int century = y / 100;
    int julian = y * 365 - 32167;
    julian += y / 4 - century + century / 4;
    return julian + 7834 * m / 256 + day;
  }

  /** Year, month (from 1) and day of a Julian day; the year is astronomical. */
  public static int[] dateOfJulianDay(int julianDay) {
    // Unsigned arithmetic as j2date does it, so that the far ends agree.
    long julian = julianDay + 32044L & 0xffffffffL;
    long quad = julian / 146097;
    long extra = (julian - quad * 146097) * 4 + 3;
    julian += 60 + quad * 3 + extra / 146097;
    quad = julian / 1461;
    julian -= quad * 1461;
    long y = julian * 4 / 1461;
    julian = (y != 0 ? (julian + 305) % 365 : (julian + 306) % 366) + 123;
    y += quad * 4;
    quad = julian * 2141 / 65536;
    int day = (int) (julian - 7834 * quad / 256);
    int month = (int) ((quad + 10) % 12 + 1);
    return new int[] {(int) (y - 4800), month, day};
  }

  /** 0 is Sunday. */
  public static int dayOfWeek(int julianDay) {
    return Math.floorMod(julianDay + 1, 7);
  }

  /** Whether {@link #julianDay} holds for a date ({@code IS_VALID_JULIAN}). */
  public static boolean isValidJulian(int year, int month) {
    return (year > -4713 || year == -4713 && month >= 11)
        && (year < 5874898 || year == 5874898 && month < 6);
  }

  /** Days in a month. */
  public static int daysIn(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** {@code 22008} as the functions report it. */
  public static ReportedError timestampOutOfRange() {
    return new ReportedError(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "timestamp out of range");
  }

  /**
   * The fields of a finite timestamp without zone ({@code timestamp2tm}).
   *
   * @throws ReportedError {@code 22008}
   */
  public static DateTimeFields fields(long timestamp) {
    checkJulian(timestamp);
    return unchecked(timestamp);
  }

  private static void checkJulian(long timestamp) {
    if (Math.floorDiv(timestamp, MICROS_PER_DAY) + EPOCH_JULIAN_DAY < 0) {
      throw timestampOutOfRange();
    }
  }

  private static DateTimeFields unchecked(long timestamp) {
    long day = Math.floorDiv(timestamp, MICROS_PER_DAY) + EPOCH_JULIAN_DAY;
    long time = Math.floorMod(timestamp, MICROS_PER_DAY);
    int[] date = dateOfJulianDay((int) day);
    long seconds = time / MICROS_PER_SECOND;
    return new DateTimeFields(
        date[0],
        date[1],
        date[2],
        (int) (seconds / 3600),
        (int) (seconds / 60 % 60),
        (int) (seconds % 60),
        (int) (time % MICROS_PER_SECOND));
  }

  /**
   * The fields of a finite timestamp with time zone, in a zone.
   *
   * @throws ReportedError {@code 22008}
   */
  public static ZonedFields fields(long timestamptz, Zone zone) {
    checkJulian(timestamptz);
    Zone.ZoneOffset offset = zone.at(unixSeconds(timestamptz));
    // Local time may lie on the day before the first.
    return new ZonedFields(
        unchecked(timestamptz + offset.secondsEast() * MICROS_PER_SECOND), offset);
  }

  /** Whole seconds since 1970, rounded down. */
  public static long unixSeconds(long timestamptz) {
    return Math.floorDiv(timestamptz, MICROS_PER_SECOND) + EPOCH_AS_UNIX_SECONDS;
  }

  /**
   * The timestamp of fields ({@code tm2timestamp}).
   *
   * @param secondsEast the displacement the fields are local to; 0 for a timestamp without zone
   * @return empty for one out of range
   */
  public static OptionalLong timestamp(DateTimeFields fields, int secondsEast) {
    if (!isValidJulian(fields.year(), fields.month())) {
      return OptionalLong.empty();
    }
    long days = fields.julianDay() - (long) EPOCH_JULIAN_DAY;
    // Days fit 32 bits, so the product overflows only far out of range.
    if (Math.abs(days) > 110_000_000L) {
      return OptionalLong.empty();
    }
    long high = Math.multiplyHigh(days, MICROS_PER_DAY);
    long low = days * MICROS_PER_DAY;
    if (high != low >> 63) {
      return OptionalLong.empty();
    }
    long result = low + fields.microsOfDay() - secondsEast * MICROS_PER_SECOND;
    return isInRange(result) ? OptionalLong.of(result) : OptionalLong.empty();
  }

  /**
   * What holds in a zone at a local time. In a gap it is what held before it, where clocks show a
   * time twice it is what holds after; out of range it is UTC. Server: {@code
   * DetermineTimeZoneOffset}.
   */
  public static Zone.ZoneOffset determineOffset(DateTimeFields local, Zone zone) {
    return ZoneResolution.of(local, zone).offset();
  }

  /** A date's day, µs of day zero, in a zone: the timestamp of its midnight there. */
  public static OptionalLong midnight(int date, Zone zone) {
    int[] parts = dateOfJulianDay(date + EPOCH_JULIAN_DAY);
    DateTimeFields fields = new DateTimeFields(parts[0], parts[1], parts[2], 0, 0, 0, 0);
    return timestamp(fields, determineOffset(fields, zone).secondsEast());
  }
}
