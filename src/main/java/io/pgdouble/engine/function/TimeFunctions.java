package io.pgdouble.engine.function;

import io.pgdouble.type.DateTimes;
import io.pgdouble.type.Interval;
import io.pgdouble.type.TimeTz;
import io.pgdouble.type.Zone;

/**
 * Arithmetic, parts and conversions of dates, times, timestamps and intervals. Source: {@code
 * date.c}, {@code timestamp.c}. A table.
 */
final class TimeFunctions {
  private TimeFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "date_pli" -> (c, a) -> Dates.plus(date(a, 0), int4(a, 1));
      case "date_mii" -> (c, a) -> Dates.plus(date(a, 0), -(long) int4(a, 1));
      case "date_mi" -> (c, a) -> Dates.minus(date(a, 0), date(a, 1));
      case "date_finite" -> (c, a) -> DateTimes.isFinite(date(a, 0));
      case "date_timestamp" -> (c, a) -> Dates.toTimestamp(date(a, 0));
      case "date_timestamptz" -> (c, a) -> Dates.toTimestamp(date(a, 0), zone(c));
      case "datetime_timestamp" -> (c, a) -> Dates.plusTime(date(a, 0), time(a, 1));
      case "datetimetz_timestamptz" -> (c, a) -> Dates.plusTime(date(a, 0), (TimeTz) a[1]);
      case "date_pl_interval" ->
          (c, a) -> Timestamps.plus(Dates.toTimestamp(date(a, 0)), span(a, 1));
      case "date_mi_interval" ->
          (c, a) -> Timestamps.plus(Dates.toTimestamp(date(a, 0)), Timestamps.opposite(span(a, 1)));
      case "timestamp_date" -> (c, a) -> Dates.ofTimestamp(time(a, 0));
      case "timestamptz_date" -> (c, a) -> Dates.ofTimestamp(time(a, 0), zone(c));
      case "timestamp_time" -> (c, a) -> TimesOfDay.timeOf(time(a, 0));
      case "timestamptz_time" -> (c, a) -> TimesOfDay.timeOf(time(a, 0), zone(c));
      case "timestamptz_timetz" -> (c, a) -> TimesOfDay.timetzOf(time(a, 0), zone(c));
      case "timestamp_timestamptz" -> (c, a) -> Timestamps.toZoned(time(a, 0), zone(c));
      case "timestamptz_timestamp" -> (c, a) -> Timestamps.toLocal(time(a, 0), zone(c));
      case "timestamp_finite" -> (c, a) -> DateTimes.isFinite(time(a, 0));
      case "interval_finite" -> (c, a) -> true;
      case "timestamp_mi", "timestamptz_mi" ->
          new FiniteArguments((c, a) -> Timestamps.difference(time(a, 0), time(a, 1)));
      case "timestamp_pl_interval" -> (c, a) -> Timestamps.plus(time(a, 0), span(a, 1));
      case "timestamp_mi_interval" ->
          (c, a) -> Timestamps.plus(time(a, 0), Timestamps.opposite(span(a, 1)));
      case "timestamptz_pl_interval" -> (c, a) -> Timestamps.plus(time(a, 0), span(a, 1), zone(c));
      case "timestamptz_mi_interval" ->
          (c, a) -> Timestamps.plus(time(a, 0), Timestamps.opposite(span(a, 1)), zone(c));
      case "timestamptz_pl_interval_at_zone" ->
          (c, a) -> Timestamps.plus(time(a, 0), span(a, 1), ZoneNames.find(text(a, 2)));
      case "timestamptz_mi_interval_at_zone" ->
          (c, a) ->
              Timestamps.plus(
                  time(a, 0), Timestamps.opposite(span(a, 1)), ZoneNames.find(text(a, 2)));
      case "timestamp_scale", "timestamptz_scale" ->
          (c, a) -> Timestamps.rounded(time(a, 0), int4(a, 1));
      case "timestamp_age" -> new FiniteArguments((c, a) -> Timestamps.age(time(a, 0), time(a, 1)));
      case "timestamptz_age" ->
          new FiniteArguments((c, a) -> Timestamps.age(time(a, 0), time(a, 1), zone(c)));
      case "timestamp_trunc" -> (c, a) -> TimestampTruncation.of(text(a, 0), time(a, 1));
      case "timestamptz_trunc" -> (c, a) -> TimestampTruncation.of(text(a, 0), time(a, 1), zone(c));
      case "timestamptz_trunc_zone" ->
          (c, a) ->
              DateTimes.isFinite(time(a, 1))
                  ? TimestampTruncation.of(text(a, 0), time(a, 1), ZoneNames.find(text(a, 2)))
                  : a[1];
      case "interval_trunc" -> (c, a) -> TimestampTruncation.of(text(a, 0), span(a, 1));
      case "timestamp_bin", "timestamptz_bin" ->
          (c, a) -> TimestampTruncation.bin(span(a, 0), time(a, 1), time(a, 2));
      case "timestamp_part" ->
          (c, a) -> DateParts.ofTimestamp(PartForm.FLOAT8, text(a, 0), time(a, 1));
      case "extract_timestamp" ->
          (c, a) -> DateParts.ofTimestamp(PartForm.NUMERIC, text(a, 0), time(a, 1));
      case "timestamptz_part" ->
          (c, a) -> DateParts.ofTimestamp(PartForm.FLOAT8, text(a, 0), time(a, 1), zone(c));
      case "extract_timestamptz" ->
          (c, a) -> DateParts.ofTimestamp(PartForm.NUMERIC, text(a, 0), time(a, 1), zone(c));
      case "extract_date" -> (c, a) -> DateParts.ofDate(text(a, 0), date(a, 1));
      case "time_part" -> (c, a) -> ClockParts.ofTime(PartForm.FLOAT8, text(a, 0), time(a, 1));
      case "extract_time" -> (c, a) -> ClockParts.ofTime(PartForm.NUMERIC, text(a, 0), time(a, 1));
      case "timetz_part" ->
          (c, a) -> ClockParts.ofTimeTz(PartForm.FLOAT8, text(a, 0), (TimeTz) a[1]);
      case "extract_timetz" ->
          (c, a) -> ClockParts.ofTimeTz(PartForm.NUMERIC, text(a, 0), (TimeTz) a[1]);
      case "interval_part" ->
          (c, a) -> ClockParts.ofInterval(c, PartForm.FLOAT8, text(a, 0), span(a, 1));
      case "extract_interval" ->
          (c, a) -> ClockParts.ofInterval(c, PartForm.NUMERIC, text(a, 0), span(a, 1));
      case "make_date" -> (c, a) -> DateMaking.date(int4(a, 0), int4(a, 1), int4(a, 2));
      case "make_time" -> (c, a) -> DateMaking.time(int4(a, 0), int4(a, 1), (Double) a[2]);
      case "make_timestamp" -> (c, a) -> DateMaking.timestamp(a);
      case "make_timestamptz" -> (c, a) -> Timestamps.toZoned(DateMaking.timestamp(a), zone(c));
      case "make_timestamptz_at_timezone" ->
          (c, a) -> ZoneNames.atZone(DateMaking.timestamp(a), text(a, 6));
      case "make_interval" -> (c, a) -> Intervals.make(c.types().major(), a);
      case "float8_timestamptz" -> (c, a) -> Timestamps.ofUnixSeconds((Double) a[0]);
      case "timestamp_zone" ->
          (c, a) ->
              DateTimes.isFinite(time(a, 1))
                  ? Timestamps.toZoned(time(a, 1), ZoneNames.find(text(a, 0)))
                  : a[1];
      case "timestamptz_zone" ->
          (c, a) ->
              DateTimes.isFinite(time(a, 1))
                  ? Timestamps.toLocal(time(a, 1), ZoneNames.find(text(a, 0)))
                  : a[1];
      case "timestamp_izone" ->
          (c, a) ->
              DateTimes.isFinite(time(a, 1))
                  ? Timestamps.shifted(time(a, 1), -(long) ZoneNames.secondsEast(c, span(a, 0)))
                  : a[1];
      case "timestamptz_izone" ->
          (c, a) ->
              DateTimes.isFinite(time(a, 1))
                  ? Timestamps.shifted(time(a, 1), ZoneNames.secondsEast(c, span(a, 0)))
                  : a[1];
      case "timetz_zone" ->
          (c, a) ->
              TimesOfDay.inZone(
                  (TimeTz) a[1], ZoneNames.find(text(a, 0)), c.execution().transactionTimestamp());
      case "timetz_izone" ->
          (c, a) -> TimesOfDay.inZone((TimeTz) a[1], ZoneNames.secondsEast(c, span(a, 0)));
      case "interval_pl" -> (c, a) -> Intervals.plus(span(a, 0), span(a, 1));
      case "interval_mi" -> (c, a) -> Intervals.minus(span(a, 0), span(a, 1));
      case "interval_um" -> (c, a) -> Intervals.negated(span(a, 0));
      case "interval_mul" ->
          new FiniteArguments((c, a) -> Intervals.times(span(a, 0), (Double) a[1]));
      case "mul_d_interval" ->
          new FiniteArguments((c, a) -> Intervals.times(span(a, 1), (Double) a[0]));
      case "interval_div" ->
          new FiniteArguments((c, a) -> Intervals.dividedBy(span(a, 0), (Double) a[1]));
      case "interval_justify_hours" -> (c, a) -> Intervals.justifyHours(span(a, 0));
      case "interval_justify_days" -> (c, a) -> Intervals.justifyDays(span(a, 0));
      case "interval_justify_interval" -> (c, a) -> Intervals.justify(span(a, 0));
      case "interval_scale" -> (c, a) -> Intervals.fit(span(a, 0), int4(a, 1));
      case "interval_time" -> (c, a) -> TimesOfDay.ofInterval(span(a, 0));
      case "time_interval" -> (c, a) -> new Interval(0, 0, time(a, 0));
      case "time_mi_time" -> (c, a) -> new Interval(0, 0, time(a, 0) - time(a, 1));
      case "time_pl_interval" -> (c, a) -> TimesOfDay.plus(time(a, 0), span(a, 1).micros());
      case "time_mi_interval" -> (c, a) -> TimesOfDay.plus(time(a, 0), -span(a, 1).micros());
      case "timetz_pl_interval" -> (c, a) -> TimesOfDay.plus((TimeTz) a[0], span(a, 1).micros());
      case "timetz_mi_interval" -> (c, a) -> TimesOfDay.plus((TimeTz) a[0], -span(a, 1).micros());
      case "time_scale" -> (c, a) -> TimesOfDay.rounded(time(a, 0), int4(a, 1));
      case "timetz_scale" ->
          (c, a) ->
              new TimeTz(
                  TimesOfDay.rounded(((TimeTz) a[0]).micros(), int4(a, 1)),
                  ((TimeTz) a[0]).secondsWest());
      case "time_timetz" -> (c, a) -> TimesOfDay.withZone(c, time(a, 0));
      case "timetz_time" -> (c, a) -> ((TimeTz) a[0]).micros();
      case "overlaps_time", "overlaps_timestamp" ->
          (c, a) ->
              Overlaps.of(
                  new Long[] {(Long) a[0], (Long) a[1], (Long) a[2], (Long) a[3]}, Long::compare);
      case "overlaps_timetz" ->
          (c, a) ->
              Overlaps.of(
                  new TimeTz[] {(TimeTz) a[0], (TimeTz) a[1], (TimeTz) a[2], (TimeTz) a[3]},
                  TimesOfDay::compare);
      case "now" -> (c, a) -> c.execution().transactionTimestamp();
      case "statement_timestamp" -> (c, a) -> c.execution().statementTimestamp();
      case "clock_timestamp" -> (c, a) -> c.execution().clockTimestamp();
      case "timeofday" -> (c, a) -> ClockText.timeOfDay(c.execution().clockTimestamp(), zone(c));
      default -> null;
    };
  }

  private static Zone zone(CallContext c) {
    return c.types().timeZone();
  }

  private static int date(Object[] a, int index) {
    return (Integer) a[index];
  }

  private static int int4(Object[] a, int index) {
    return (Integer) a[index];
  }

  private static long time(Object[] a, int index) {
    return (Long) a[index];
  }

  private static Interval span(Object[] a, int index) {
    return (Interval) a[index];
  }

  private static String text(Object[] a, int index) {
    return (String) a[index];
  }
}
