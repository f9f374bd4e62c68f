package io.pgdouble.type;

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
}
