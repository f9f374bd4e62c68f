package io.pgdouble.engine.function;

import io.pgdouble.type.DateTimes;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Zone;

/** {@code extract} from dates and timestamps. Source: {@code timestamp.c}, {@code date.c}. */
final class DateParts {
  private DateParts() {}

  static Object ofTimestamp(PartForm form, String word, long timestamp) {
    String lowered = TimeUnit.lowered(word);
    TimeUnit unit = unit(lowered, TypeOid.TIMESTAMP);
    if (!DateTimes.isFinite(timestamp)) {
      return infinite(form, unit, Long.signum(timestamp));
    }
    if (unit == TimeUnit.EPOCH) {
      return form.epoch(timestamp);
    }
    Object part = part(form, unit, CalendarTime.of(timestamp));
    return known(part, lowered, TypeOid.TIMESTAMP);
  }

  static Object ofTimestamp(PartForm form, String word, long timestamp, Zone zone) {
    String lowered = TimeUnit.lowered(word);
    TimeUnit unit = unit(lowered, TypeOid.TIMESTAMPTZ);
    if (!DateTimes.isFinite(timestamp)) {
      return infinite(form, unit, Long.signum(timestamp));
    }
    if (unit == TimeUnit.EPOCH) {
      return form.epoch(timestamp);
    }
    CalendarTime time = CalendarTime.of(timestamp, zone);
    Object part = zonePart(form, unit, time.secondsEast);
    return known(part != null ? part : part(form, unit, time), lowered, TypeOid.TIMESTAMPTZ);
  }

  static Object ofDate(String word, int date) {
    PartForm form = PartForm.NUMERIC;
    String lowered = TimeUnit.lowered(word);
    TimeUnit unit = unit(lowered, TypeOid.DATE);
    boolean clock = unit.compareTo(TimeUnit.HOUR) <= 0 || isZonePart(unit);
    if (clock) {
      throw TimeUnit.notSupported(lowered, TypeOid.DATE);
    }
    if (!DateTimes.isFinite(date)) {
      return infinite(form, unit, Integer.signum(date));
    }
    int julian = date + DateTimes.EPOCH_JULIAN_DAY;
    if (unit == TimeUnit.JULIAN) {
      return Numeric.of(julian);
    }
    if (unit == TimeUnit.EPOCH) {
      long days = (long) julian - DateTimes.UNIX_EPOCH_JULIAN_DAY;
      return Numeric.of(days * DateTimes.SECONDS_PER_DAY);
    }
    CalendarTime time = new CalendarTime();
    time.setJulianDay(julian);
    return part(form, unit, time);
  }

  private static TimeUnit unit(String lowered, int type) {
    TimeUnit unit = TimeUnit.ofField(lowered);
    if (unit == null) {
      throw TimeUnit.notRecognized(lowered, type);
    }
    if (unit == TimeUnit.RESERVED) {
      throw TimeUnit.notSupported(lowered, type);
    }
    return unit;
  }

  private static boolean isZonePart(TimeUnit unit) {
    return unit == TimeUnit.TIMEZONE
        || unit == TimeUnit.TIMEZONE_HOUR
        || unit == TimeUnit.TIMEZONE_MINUTE;
  }

  /** {@code NonFiniteTimestampTzPart}: what only grows is infinite, what repeats is null. */
  private static Object infinite(PartForm form, TimeUnit unit, int sign) {
    return switch (unit) {
      case YEAR, DECADE, CENTURY, MILLENNIUM, JULIAN, ISOYEAR, EPOCH -> form.infinity(sign);
      case MICROSECOND,
          MILLISECOND,
          SECOND,
          MINUTE,
          HOUR,
          DAY,
          WEEK,
          MONTH,
          QUARTER,
          DOW,
          ISODOW,
          DOY,
          TIMEZONE,
          TIMEZONE_HOUR,
          TIMEZONE_MINUTE ->
          null;
      case RESERVED -> throw new IllegalArgumentException("a moment is no part");
    };
  }

  private static Object known(Object part, String lowered, int type) {
    if (part == null) {
      throw TimeUnit.notSupported(lowered, type);
    }
    return part;
  }

  /** Null for another unit. */
  static Object zonePart(PartForm form, TimeUnit unit, int east) {
    if (unit == TimeUnit.TIMEZONE) {
      return form.whole(east);
    }
    if (unit == TimeUnit.TIMEZONE_HOUR) {
      return form.whole(east / 3600);
    }
    return unit == TimeUnit.TIMEZONE_MINUTE ? form.whole(east / 60 % 60) : null;
  }

  /** Null for a unit that is no part of a local time. */
  private static Object part(PartForm form, TimeUnit unit, CalendarTime time) {
    return switch (unit) {
      case MICROSECOND -> form.whole(time.second * 1_000_000L + time.micro);
      case MILLISECOND -> form.milliseconds(time.second, time.micro);
      case SECOND -> form.seconds(time.second, time.micro);
      case MINUTE -> form.whole(time.minute);
      case HOUR -> form.whole(time.hour);
      case DAY -> form.whole(time.day);
      case WEEK -> form.whole(IsoWeeks.week(time.year, time.month, time.day));
      case MONTH -> form.whole(time.month);
      case QUARTER -> form.whole((time.month - 1) / 3 + 1);
      case YEAR -> form.whole(withoutYearZero(time.year));
      case DECADE -> form.whole(decade(time.year));
      case CENTURY -> form.whole(era(time.year, 100));
      case MILLENNIUM -> form.whole(era(time.year, 1000));
      case ISOYEAR -> form.whole(withoutYearZero(IsoWeeks.year(time.year, time.month, time.day)));
      case DOW -> form.whole(DateTimes.dayOfWeek(time.julianDay()));
      case ISODOW -> form.whole((DateTimes.dayOfWeek(time.julianDay()) + 6) % 7 + 1);
      case DOY -> form.whole(time.julianDay() - DateTimes.julianDay(time.year, 1, 1) + 1);
      case JULIAN -> form.julian(time.julianDay(), time);
      case TIMEZONE, TIMEZONE_HOUR, TIMEZONE_MINUTE, EPOCH, RESERVED -> null;
    };
  }

  private static int withoutYearZero(int year) {
    return year > 0 ? year : year - 1;
  }

  private static int decade(int year) {
    return year >= 0 ? year / 10 : -((8 - (year - 1)) / 10);
  }

  private static int era(int year, int length) {
    return year > 0 ? (year + length - 1) / length : -((length - 1 - (year - 1)) / length);
  }
}
