package io.pgdouble.engine.function;

import io.pgdouble.type.Interval;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.Zone;

/** {@code generate_series}. Source: {@code int.c}, {@code int8.c}, {@code numeric.c}. A table. */
final class SeriesFunctions {
  private SeriesFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "generate_series_int4" ->
          heavy((c, a) -> new IntegerSeries(wide(a, 0), wide(a, 1), 1, Integers::boxed4));
      case "generate_series_step_int4" ->
          heavy((c, a) -> new IntegerSeries(wide(a, 0), wide(a, 1), wide(a, 2), Integers::boxed4));
      case "generate_series_int8" ->
          heavy((c, a) -> new IntegerSeries(wide(a, 0), wide(a, 1), 1, Integers::boxed8));
      case "generate_series_step_int8" ->
          heavy((c, a) -> new IntegerSeries(wide(a, 0), wide(a, 1), wide(a, 2), Integers::boxed8));
      case "generate_series_numeric" ->
          heavy((c, a) -> Series.numeric((Numeric) a[0], (Numeric) a[1], Numeric.ONE));
      case "generate_series_step_numeric" ->
          heavy((c, a) -> Series.numeric((Numeric) a[0], (Numeric) a[1], (Numeric) a[2]));
      case "generate_series_timestamp" ->
          heavy(
              (c, a) ->
                  Series.timestamps(
                      wide(a, 0),
                      wide(a, 1),
                      (Interval) a[2],
                      t -> Timestamps.plus(t, (Interval) a[2])));
      case "generate_series_timestamptz" -> heavy((c, a) -> zoned(a, c.types().timeZone()));
      case "generate_series_timestamptz_at_zone" ->
          heavy((c, a) -> zoned(a, ZoneNames.find((String) a[3])));
      default -> null;
    };
  }

  private static Object zoned(Object[] a, Zone zone) {
    Interval step = (Interval) a[2];
    return Series.timestamps(wide(a, 0), wide(a, 1), step, t -> Timestamps.plus(t, step, zone));
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }

  private static long wide(Object[] a, int index) {
    return ((Number) a[index]).longValue();
  }
}
