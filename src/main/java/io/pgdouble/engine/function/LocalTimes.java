package io.pgdouble.engine.function;

import io.pgdouble.type.DateTimes;
import io.pgdouble.type.Zone;
import io.pgdouble.type.Zone.ZoneOffset;

/**
 * Which displacement holds when clocks in a zone show some time: of a time that never was, the one
 * before the change; of one that was twice, the one after it. Source: {@code datetime.c:
 * DetermineTimeZoneOffsetInternal}.
 */
final class LocalTimes {
  private static final long DAY = DateTimes.SECONDS_PER_DAY;

  private LocalTimes() {}

  /** Seconds east of Greenwich. */
  static int secondsEast(CalendarTime time, Zone zone) {
    long days = (long) time.julianDay() - DateTimes.UNIX_EPOCH_JULIAN_DAY;
    return secondsEast(days * DAY + time.timeOfDay() / DateTimes.MICROS_PER_SECOND, zone);
  }

  /**
   * @param clock what the clocks show, as seconds since 1970-01-01 as if it were UTC
   */
  static int secondsEast(long clock, Zone zone) {
    long from = clock - DAY;
    long to = clock + DAY;
    ZoneOffset before = zone.at(from);
    ZoneOffset after = zone.at(to);
    if (before.secondsEast() == after.secondsEast()) {
      return before.secondsEast();
    }
    long boundary = boundary(zone, from, to);
    long byBefore = clock - before.secondsEast();
    long byAfter = clock - after.secondsEast();
    if (byBefore < boundary && byAfter < boundary) {
      return before.secondsEast();
    }
    if (byBefore > boundary && byAfter >= boundary) {
      return after.secondsEast();
    }
    return byBefore > byAfter ? before.secondsEast() : after.secondsEast();
  }

  /** The first second of the new displacement. */
  private static long boundary(Zone zone, long from, long to) {
    int old = zone.at(from).secondsEast();
    long low = from;
    long high = to;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (zone.at(middle).secondsEast() == old) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
