package io.pgdouble.engine.function;

import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.DateTimes;
import io.pgdouble.type.Interval;
import io.pgdouble.type.Typmods;

/** Arithmetic of intervals. Source: {@code timestamp.c}. */
final class Intervals {
  private static final int DAYS_PER_MONTH = 30;
  private static final int FULL_RANGE = 0x7fff;
  private static final int FULL_PRECISION = 0xffff;
  private static final int HOUR_BIT = 1 << 10;
  private static final int MINUTE_BIT = 1 << 11;
  private static final int SECOND_BIT = 1 << 12;
  private static final int DAY_BIT = 1 << 3;
  private static final int YEAR_BIT = 1 << 2;

  private Intervals() {}

  static Interval plus(Interval left, Interval right) {
    return new Interval(
        exact((long) left.months() + right.months()),
        exact((long) left.days() + right.days()),
        addExact(left.micros(), right.micros()));
  }

  static Interval minus(Interval left, Interval right) {
    return new Interval(
        exact((long) left.months() - right.months()),
        exact((long) left.days() - right.days()),
        Timestamps.subtractExact(left.micros(), right.micros()));
  }

  static Interval negated(Interval span) {
    return minus(Interval.ZERO, span);
  }

  static int exact(long value) {
    if (value != (int) value) {
      throw FunctionErrors.intervalRange();
    }
    return (int) value;
  }

  static long addExact(long left, long right) {
    long sum = left + right;
    if (((left ^ sum) & (right ^ sum)) < 0) {
      throw FunctionErrors.intervalRange();
    }
    return sum;
  }

  static long daysAsMicros(int days) {
    if (Math.abs((long) days) > Long.MAX_VALUE / DateTimes.MICROS_PER_DAY) {
      throw FunctionErrors.intervalRange();
    }
    return days * DateTimes.MICROS_PER_DAY;
  }

  static Interval times(Interval span, double factor) {
    return scaled(span, span.months() * factor, span.days() * factor, span.micros() * factor);
  }

  static Interval dividedBy(Interval span, double divisor) {
    if (divisor == 0) {
      throw FunctionErrors.divisionByZero();
    }
    return scaled(span, span.months() / divisor, span.days() / divisor, span.micros() / divisor);
  }

  /** What is left of months goes to days, what is left of days to the time. */
  private static Interval scaled(Interval span, double months, double days, double micros) {
    int wholeMonths = whole(months);
    int wholeDays = whole(days);
    double monthRest = roundedToMicros((months - wholeMonths) * DAYS_PER_MONTH);
    double seconds =
        roundedToMicros(
            (days - wholeDays + monthRest - (int) monthRest) * DateTimes.SECONDS_PER_DAY);
    if (Math.abs(seconds) >= DateTimes.SECONDS_PER_DAY) {
      int more = (int) (seconds / DateTimes.SECONDS_PER_DAY);
      wholeDays = exact((long) wholeDays + more);
      seconds -= more * DateTimes.SECONDS_PER_DAY;
    }
    wholeDays = exact((long) wholeDays + (int) monthRest);
    double time = Math.rint(micros + seconds * DateTimes.MICROS_PER_SECOND);
    if (!(time >= -0x1p63 && time < 0x1p63)) {
      throw FunctionErrors.intervalRange();
    }
    return new Interval(wholeMonths, wholeDays, (long) time);
  }

  private static int whole(double value) {
    if (!(value >= Integer.MIN_VALUE && value < 0x1p31)) {
      throw FunctionErrors.intervalRange();
    }
    return (int) value;
  }

  /** {@code TSROUND}. */
  private static double roundedToMicros(double value) {
    return Math.rint(value * 1000000.0) / 1000000.0;
  }

  /** {@code justify_hours}. */
  static Interval justifyHours(Interval span) {
    long days = span.micros() / DateTimes.MICROS_PER_DAY;
    long micros = span.micros() - days * DateTimes.MICROS_PER_DAY;
    return sameSigns(span.months(), exact(span.days() + days), micros);
  }

  /** Days and time get the same sign. */
  private static Interval sameSigns(int months, int days, long micros) {
    if (days > 0 && micros < 0) {
      return new Interval(months, days - 1, micros + DateTimes.MICROS_PER_DAY);
    }
    if (days < 0 && micros > 0) {
      return new Interval(months, days + 1, micros - DateTimes.MICROS_PER_DAY);
    }
    return new Interval(months, days, micros);
  }

  /** {@code justify_days}. */
  static Interval justifyDays(Interval span) {
    int more = span.days() / DAYS_PER_MONTH;
    int days = span.days() - more * DAYS_PER_MONTH;
    int months = exact((long) span.months() + more);
    if (months > 0 && days < 0) {
      return new Interval(months - 1, days + DAYS_PER_MONTH, span.micros());
    }
    if (months < 0 && days > 0) {
      return new Interval(months + 1, days - DAYS_PER_MONTH, span.micros());
    }
    return new Interval(months, days, span.micros());
  }

  /** {@code justify_interval}. */
  static Interval justify(Interval span) {
    int months = span.months();
    int days = span.days();
    if ((days > 0 && span.micros() > 0) || (days < 0 && span.micros() < 0)) {
      // Before the time's days are added, so that they do not overflow.
      months = exact((long) months + days / DAYS_PER_MONTH);
      days %= DAYS_PER_MONTH;
    }
    long wholeDays = span.micros() / DateTimes.MICROS_PER_DAY;
    long micros = span.micros() % DateTimes.MICROS_PER_DAY;
    days += (int) wholeDays;
    months = exact((long) months + days / DAYS_PER_MONTH);
    days %= DAYS_PER_MONTH;
    if (months > 0 && (days < 0 || (days == 0 && micros < 0))) {
      days += DAYS_PER_MONTH;
      months--;
    } else if (months < 0 && (days > 0 || (days == 0 && micros > 0))) {
      days -= DAYS_PER_MONTH;
      months++;
    }
    return sameSigns(months, days, micros);
  }

  /** {@code make_interval}. */
  static Interval make(int major, Object[] a) {
    double seconds = (Double) a[6];
    if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
      throw FunctionErrors.intervalRange();
    }
    long clock =
        (Integer) a[4] * DateTimes.MICROS_PER_HOUR + (Integer) a[5] * DateTimes.MICROS_PER_MINUTE;
    return MajorChange.INTERVALS_ARE_MADE_WITHIN_RANGE.isIn(major)
        ? withinRange(a, clock, seconds * DateTimes.MICROS_PER_SECOND)
        : unchecked(a, clock, seconds * DateTimes.MICROS_PER_SECOND);
  }

  private static Interval withinRange(Object[] a, long clock, double micros) {
    if (Double.isInfinite(micros)) {
      throw FunctionErrors.overflow();
    }
    double fraction = Math.rint(micros);
    if (fraction < -0x1p63 || fraction >= 0x1p63) {
      throw FunctionErrors.intervalRange();
    }
    Interval made =
        new Interval(
            exact(exact((Integer) a[0] * 12L) + (long) (Integer) a[1]),
            exact(exact((Integer) a[2] * 7L) + (long) (Integer) a[3]),
            addExact(clock, (long) fraction));
    if (isInfinite(made)) {
      throw FunctionErrors.intervalRange();
    }
    return made;
  }

  /** {@code INTERVAL_NOT_FINITE}: what is as great as can be in all its parts. */
  private static boolean isInfinite(Interval span) {
    boolean greatest =
        span.months() == Integer.MAX_VALUE
            && span.days() == Integer.MAX_VALUE
            && span.micros() == Long.MAX_VALUE;
    return greatest
        || span.months() == Integer.MIN_VALUE
            && span.days() == Integer.MIN_VALUE
            && span.micros() == Long.MIN_VALUE;
  }

  /** What does not fit becomes the least integer, as the processor converts it. */
  private static Interval unchecked(Object[] a, long clock, double micros) {
    double rounded = Math.rint(micros);
    long fraction = rounded >= -0x1p63 && rounded < 0x1p63 ? (long) rounded : Long.MIN_VALUE;
    return new Interval(
        (Integer) a[0] * 12 + (Integer) a[1],
        (Integer) a[2] * 7 + (Integer) a[3],
        clock + fraction);
  }

  /** {@code AdjustIntervalForTypmod}. */
  static Interval fit(Interval span, int typmod) {
    if (typmod < 0) {
      return span;
    }
    int range = Typmods.intervalRange(typmod);
    int precision = Typmods.intervalPrecision(typmod);
    Interval kept = range == FULL_RANGE ? span : confined(span, range);
    if (precision == FULL_PRECISION) {
      return kept;
    }
    if (precision > 6) {
      throw FunctionErrors.invalidParameter(
          "interval(" + precision + ") precision must be between 0 and 6");
    }
    return new Interval(
        kept.months(), kept.days(), Timestamps.roundedMicros(kept.micros(), precision));
  }

  /** What a type such as {@code interval day to hour} keeps: what is finer than it goes. */
  private static Interval confined(Interval span, int range) {
    if ((range & SECOND_BIT) != 0) {
      return span;
    }
    if ((range & MINUTE_BIT) != 0) {
      return truncated(span, DateTimes.MICROS_PER_MINUTE);
    }
    if ((range & HOUR_BIT) != 0) {
      return truncated(span, DateTimes.MICROS_PER_HOUR);
    }
    if ((range & DAY_BIT) != 0) {
      return new Interval(span.months(), span.days(), 0);
    }
    int months = range == YEAR_BIT ? span.months() / 12 * 12 : span.months();
    return new Interval(months, 0, 0);
  }

  private static Interval truncated(Interval span, long unit) {
    return new Interval(span.months(), span.days(), span.micros() / unit * unit);
  }
}
