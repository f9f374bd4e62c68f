package io.pgdouble.type;

/**
 * An {@code interval}. Equal here means equal in each part; what SQL calls equal is {@link
 * #compareTo}.
 */
public record Interval(int months, int days, long micros) implements Comparable<Interval> {
  public static final Interval ZERO = new Interval(0, 0, 0);

  /** As {@code interval_cmp} sees it: a month is 30 days, a day 24 hours. */
  @Override
  public int compareTo(Interval other) {
    // A 128-bit comparison, done in days and the µs that are left.
    long days1 = wholeDays();
    long days2 = other.wholeDays();
    return days1 != days2
        ? Long.compare(days1, days2)
        : Long.compare(partOfDay(), other.partOfDay());
  }

  private long wholeDays() {
    return months * 30L + days + Math.floorDiv(micros, DateTimes.MICROS_PER_DAY);
  }

  private long partOfDay() {
    return Math.floorMod(micros, DateTimes.MICROS_PER_DAY);
  }
}
