package io.pgdouble.type;

import io.pgdouble.type.Zone.Change;
import io.pgdouble.type.Zone.ZoneOffset;
import java.util.Optional;

/**
 * A POSIX time zone specification with daylight saving: {@code CET-1CEST,M3.5.0,M10.5.0/3}.
 *
 * @param start when daylight saving begins each year
 * @param end when it ends
 */
record PosixRule(ZoneOffset standard, ZoneOffset saving, YearDay start, YearDay end) {
  /**
   * A moment of each year.
   *
   * @param kind J a day without February 29 from 1; 0 a day from 0; M month.week.weekday
   * @param seconds local time of that day, may be negative or beyond a day
   */
  record YearDay(char kind, int month, int week, int day, int seconds) {
    /** Seconds since 1970 of that moment in local time read as UTC. */
    long in(int year) {
      int first = DateTimes.julianDay(year, 1, 1);
      int day =
          switch (kind) {
            case 'J' -> first + this.day - 1 + (isLeap(year) && this.day >= 60 ? 1 : 0);
            case 'M' -> weekday(year);
            default -> first + this.day;
          };
      return (day - (long) DateTimes.UNIX_EPOCH_JULIAN_DAY) * DateTimes.SECONDS_PER_DAY + seconds;
    }

    private int weekday(int year) {
      int first = DateTimes.julianDay(year, month, 1);
      int next =
          month == 12
              ? DateTimes.julianDay(year + 1, 1, 1)
              : DateTimes.julianDay(year, month + 1, 1);
      int found = first + Math.floorMod(day - DateTimes.dayOfWeek(first), 7) + 7 * (week - 1);
      return found < next ? found : found - 7;
    }

    private static boolean isLeap(int year) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
  }

  /** Empty for a text without daylight saving, which needs no rule. */
  static Optional<PosixRule> parse(String text) {
    return new PosixParser(text).rule();
  }

  Optional<ZoneOffset> at(long unixSeconds) {
    int year = yearOf(unixSeconds);
    for (int y = year + 1; y >= year - 1; y--) {
      Change late = later(y);
      if (late.unixSeconds() <= unixSeconds) {
        return Optional.of(late.after());
      }
      Change early = earlier(y);
      if (early.unixSeconds() <= unixSeconds) {
        return Optional.of(early.after());
      }
    }
    return Optional.of(standard);
  }

  Optional<Change> nextChange(long unixSeconds) {
    int year = yearOf(unixSeconds);
    for (int y = year - 1; y <= year + 1; y++) {
      Change early = earlier(y);
      if (early.unixSeconds() > unixSeconds) {
        return Optional.of(early);
      }
      Change late = later(y);
      if (late.unixSeconds() > unixSeconds) {
        return Optional.of(late);
      }
    }
    return Optional.empty();
  }

  Optional<ZoneOffset> meaning(String abbreviation) {
    if (standard.abbreviation().equals(abbreviation)) {
      return Optional.of(standard);
    }
    return saving.abbreviation().equals(abbreviation) ? Optional.of(saving) : Optional.empty();
  }

  private Change earlier(int year) {
    return startsFirst(year) ? starting(year) : ending(year);
  }

  private Change later(int year) {
    return startsFirst(year) ? ending(year) : starting(year);
  }

  private boolean startsFirst(int year) {
    return start.in(year) < end.in(year);
  }

  private Change starting(int year) {
    return new Change(standard, start.in(year) - standard.secondsEast(), saving);
  }

  private Change ending(int year) {
    return new Change(saving, end.in(year) - saving.secondsEast(), standard);
  }

  private static int yearOf(long unixSeconds) {
    long day = Math.floorDiv(unixSeconds, DateTimes.SECONDS_PER_DAY);
    return DateTimes.dateOfJulianDay((int) (day + DateTimes.UNIX_EPOCH_JULIAN_DAY))[0];
  }
}
