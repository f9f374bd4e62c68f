package io.pgdouble.type;

/**
 * The fields an interval type is confined to, with the masks the grammar makes of them. Server:
 * {@code timestamp.c: intervaltypmodin}, {@code datetime.h: INTERVAL_MASK}.
 */
enum IntervalRange {
  YEAR(1 << 2, " year"),
  MONTH(1 << 1, " month"),
  DAY(1 << 3, " day"),
  HOUR(1 << 10, " hour"),
  MINUTE(1 << 11, " minute"),
  SECOND(1 << 12, " second"),
  YEAR_TO_MONTH(1 << 2 | 1 << 1, " year to month"),
  DAY_TO_HOUR(1 << 3 | 1 << 10, " day to hour"),
  DAY_TO_MINUTE(1 << 3 | 1 << 10 | 1 << 11, " day to minute"),
  DAY_TO_SECOND(1 << 3 | 1 << 10 | 1 << 11 | 1 << 12, " day to second"),
  HOUR_TO_MINUTE(1 << 10 | 1 << 11, " hour to minute"),
  HOUR_TO_SECOND(1 << 10 | 1 << 11 | 1 << 12, " hour to second"),
  MINUTE_TO_SECOND(1 << 11 | 1 << 12, " minute to second"),
  FULL(Typmods.INTERVAL_FULL_RANGE, "");

  private final int mask;
  private final String words;

  IntervalRange(int mask, String words) {
    this.mask = mask;
    this.words = words;
  }

  int mask() {
    return mask;
  }

  String words() {
    return words;
  }

  static IntervalRange of(int mask) {
    for (IntervalRange range : values()) {
      if (range.mask == mask) {
        return range;
      }
    }
    throw new IllegalArgumentException("not an interval range: " + mask);
  }
}
