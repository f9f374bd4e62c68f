package io.pgdouble.engine.function;

import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.Interval;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.TimeTz;
import io.pgdouble.type.TypeOid;
import java.math.BigDecimal;

/** {@code extract} from times of day and intervals. Source: {@code date.c}, {@code timestamp.c}. */
final class ClockParts {
  private static final long SECONDS_PER_YEAR = 31_557_600L;
  private static final long SECONDS_PER_MONTH = 2_592_000L;
  private static final long SECONDS_PER_DAY = 86_400L;

  private ClockParts() {}

  static Object ofTime(PartForm form, String word, long time) {
    String lowered = TimeUnit.lowered(word);
    TimeUnit unit = unit(lowered, TypeOid.TIME);
    return unit == TimeUnit.EPOCH
        ? form.microsAsSeconds(time)
        : known(clock(form, unit, time), lowered, TypeOid.TIME);
  }

  static Object ofTimeTz(PartForm form, String word, TimeTz time) {
    String lowered = TimeUnit.lowered(word);
    TimeUnit unit = unit(lowered, TypeOid.TIMETZ);
    if (unit == TimeUnit.EPOCH) {
      return form == PartForm.NUMERIC
          ? form.microsAsSeconds(time.micros() + time.secondsWest() * 1_000_000L)
          : (Object) (time.micros() / 1000000.0 + time.secondsWest());
    }
    Object part = DateParts.zonePart(form, unit, -time.secondsWest());
    return part != null ? part : known(clock(form, unit, time.micros()), lowered, TypeOid.TIMETZ);
  }

  private static TimeUnit unit(String lowered, int type) {
    TimeUnit unit = TimeUnit.ofField(lowered);
    if (unit == null || unit == TimeUnit.RESERVED) {
      throw TimeUnit.notRecognized(lowered, type);
    }
    return unit;
  }

  private static Object known(Object part, String lowered, int type) {
    if (part == null) {
      throw TimeUnit.notSupported(lowered, type);
    }
    return part;
  }

  /** Null for what is no part of a time of day. */
  private static Object clock(PartForm form, TimeUnit unit, long time) {
    CalendarTime parts = new CalendarTime();
    parts.setTimeOfDay(time);
    return switch (unit) {
      case MICROSECOND -> form.whole(parts.second * 1_000_000L + parts.micro);
      case MILLISECOND -> form.milliseconds(parts.second, parts.micro);
      case SECOND -> form.seconds(parts.second, parts.micro);
      case MINUTE -> form.whole(parts.minute);
      case HOUR -> form.whole(time / 3_600_000_000L);
      case DAY,
          WEEK,
          MONTH,
          QUARTER,
          YEAR,
          DECADE,
          CENTURY,
          MILLENNIUM,
          TIMEZONE,
          TIMEZONE_HOUR,
          TIMEZONE_MINUTE,
          DOW,
          ISODOW,
          DOY,
          ISOYEAR,
          JULIAN,
          EPOCH,
          RESERVED ->
          null;
    };
  }

  static Object ofInterval(CallContext context, PartForm form, String word, Interval span) {
    String lowered = TimeUnit.lowered(word);
    TimeUnit unit = unit(lowered, TypeOid.INTERVAL);
    if (unit == TimeUnit.EPOCH) {
      return form == PartForm.NUMERIC ? exactEpoch(span) : (Object) epoch(span);
    }
    if (unit == TimeUnit.WEEK && MajorChange.INTERVALS_HAVE_WEEKS.isIn(context.types().major())) {
      return form.whole(span.days() / 7);
    }
    Object part =
        unit.compareTo(TimeUnit.HOUR) <= 0
            ? clock(form, unit, span.micros())
            : calendar(form, unit, span);
    return known(part, lowered, TypeOid.INTERVAL);
  }

  private static Object calendar(PartForm form, TimeUnit unit, Interval span) {
    int years = span.months() / 12;
    return switch (unit) {
      case DAY -> form.whole(span.days());
      case MONTH -> form.whole(span.months() % 12);
      case QUARTER -> form.whole(span.months() % 12 / 3 + 1);
      case YEAR -> form.whole(years);
      case DECADE -> form.whole(years / 10);
      case CENTURY -> form.whole(years / 100);
      case MILLENNIUM -> form.whole(years / 1000);
      case MICROSECOND,
          MILLISECOND,
          SECOND,
          MINUTE,
          HOUR,
          WEEK,
          TIMEZONE,
          TIMEZONE_HOUR,
          TIMEZONE_MINUTE,
          DOW,
          ISODOW,
          DOY,
          ISOYEAR,
          JULIAN,
          EPOCH,
          RESERVED ->
          null;
    };
  }

  private static Numeric exactEpoch(Interval span) {
    long seconds =
        span.months() / 12 * SECONDS_PER_YEAR
            + span.months() % 12 * SECONDS_PER_MONTH
            + span.days() * SECONDS_PER_DAY;
    return Numeric.of(BigDecimal.valueOf(span.micros(), 6).add(BigDecimal.valueOf(seconds)));
  }

  private static double epoch(Interval span) {
    double result = span.micros() / 1000000.0;
    result += (double) SECONDS_PER_YEAR * (span.months() / 12);
    result += (double) SECONDS_PER_MONTH * (span.months() % 12);
    return result + (double) SECONDS_PER_DAY * span.days();
  }
}
