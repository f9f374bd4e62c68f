package io.pgdouble.type;

/**
 * A moment by its fields, as {@code pg_tm} holds them.
 *
 * @param year astronomical: 1 BC is 0
 * @param month from 1
 * @param day from 1
 * @param micros of the second
 */
public record DateTimeFields(
    int year, int month, int day, int hour, int minute, int second, int micros) {

  /** The Julian day of the date. */
  public int julianDay() {
    return DateTimes.julianDay(year, month, day);
  }

  /** µs since midnight. */
  public long microsOfDay() {
    return ((hour * 60L + minute) * 60 + second) * DateTimes.MICROS_PER_SECOND + micros;
  }
}
