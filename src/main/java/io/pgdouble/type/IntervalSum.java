package io.pgdouble.type;

/**
 * Adds up the parts of an interval, each with its fraction spilling into smaller units. Server:
 * {@code struct pg_itm_in}, {@code datetime.c: AdjustFractMicroseconds} and its neighbours. Every
 * method may throw a {@link DateTimeFault} for an overflow.
 */
final class IntervalSum {
  private static final int DAYS_PER_MONTH = 30;

  private int years;
  private int months;
  private int days;
  private long micros;

  long micros() {
    return micros;
  }

  void setMicros(long value) {
    micros = value;
  }

  void addTime(long value, double fraction, long scale) {
    try {
      micros = Math.addExact(micros, Math.multiplyExact(value, scale));
    } catch (ArithmeticException overflow) {
      throw DateTimeFault.overflow();
    }
    addFraction(fraction, scale);
  }

  private void addFraction(double fraction, long scale) {
    double exact = fraction * scale;
    long whole = (long) exact;
    double rest = exact - whole;
    if (rest > 0.5) {
      whole++;
    } else if (rest < -0.5) {
      whole--;
    }
    try {
      micros = Math.addExact(micros, whole);
    } catch (ArithmeticException overflow) {
      throw DateTimeFault.overflow();
    }
  }

  /** Days, or weeks of seven; the fraction becomes days and time. */
  void addDays(long value, double fraction, int scale) {
    days = add(days, Math.multiplyFull(int32(value), scale));
    addFractionOfDays(fraction, scale);
  }

  private void addFractionOfDays(double fraction, int scale) {
    double exact = fraction * scale;
    int whole = (int) exact;
    days = add(days, whole);
    addFraction(exact - whole, DateTimes.MICROS_PER_DAY);
  }

  void addMonths(long value, double fraction) {
    months = add(months, int32(value));
    addFractionOfDays(fraction, DAYS_PER_MONTH);
  }

  /** The fraction becomes months; what is left of it is dropped. */
  void addYears(long value, double fraction, int scale) {
    years = add(years, Math.multiplyFull(int32(value), scale));
    months = add(months, (int) Math.rint(fraction * scale * 12));
  }

  private static int int32(long value) {
    if (value != (int) value) {
      throw DateTimeFault.overflow();
    }
    return (int) value;
  }

  private static int add(int sum, long value) {
    return int32(sum + (long) int32(value));
  }

  /** {@code ago}. */
  void negate() {
    if (micros == Long.MIN_VALUE
        || days == Integer.MIN_VALUE
        || months == Integer.MIN_VALUE
        || years == Integer.MIN_VALUE) {
      throw DateTimeFault.overflow();
    }
    micros = -micros;
    days = -days;
    months = -months;
    years = -years;
  }

  /** Whether the months fit. */
  boolean fits() {
    long all = years * 12L + months;
    return all == (int) all;
  }

  Interval toInterval() {
    return new Interval(years * 12 + months, days, micros);
  }
}
