package io.pgdouble.engine.function;

import io.pgdouble.type.DateTimes;
import io.pgdouble.type.Zone;

/** {@code timeofday()}. Source: {@code timestamp.c: timeofday}. */
final class ClockText {
  private static final String DAYS = "SunMonTueWedThuFriSat";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private ClockText() {}

  static String timeOfDay(long timestamp, Zone zone) {
    CalendarTime time = CalendarTime.of(timestamp, zone);
    int weekday = DateTimes.dayOfWeek(time.julianDay());
    return String.format(
        "%s %s %02d %02d:%02d:%02d.%06d %d %s",
        DAYS.substring(weekday * 3, weekday * 3 + 3),
        MONTHS.substring(time.month * 3 - 3, time.month * 3),
        time.day,
        time.hour,
        time.minute,
        time.second,
        time.micro,
        time.year,
        time.zoneAbbreviation);
  }
}
