package io.pgdouble.engine.function;

import io.pgdouble.type.Numeric;
import java.math.BigDecimal;

/** {@code extract} answers a numeric, {@code date_part} a float8: how each shapes its numbers. */
enum PartForm {
  NUMERIC {
    @Override
    Object whole(long value) {
      return Numeric.of(value);
    }

    @Override
    Object milliseconds(int seconds, int micros) {
      return Numeric.of(BigDecimal.valueOf(seconds * MILLION + micros, 3));
    }

    @Override
    Object seconds(int seconds, int micros) {
      return Numeric.of(BigDecimal.valueOf(seconds * MILLION + micros, 6));
    }

    @Override
    Object microsAsSeconds(long micros) {
      return Numeric.of(BigDecimal.valueOf(micros, 6));
    }

    @Override
    Object julian(int julianDay, CalendarTime time) {
      Numeric fraction = Numeric.of(time.timeOfDay()).divide(Numeric.of(86_400 * MILLION));
      return Numeric.of(julianDay).add(fraction);
    }

    @Override
    Object epoch(long timestamp) {
      if (timestamp < Long.MAX_VALUE + EPOCH) {
        return microsAsSeconds(timestamp - EPOCH);
      }
      return Numeric.of(timestamp).subtract(Numeric.of(EPOCH)).divide(Numeric.of(MILLION)).round(6);
    }

    @Override
    Object infinity(int sign) {
      return sign > 0 ? Numeric.INFINITY : Numeric.MINUS_INFINITY;
    }
  },

  FLOAT8 {
    @Override
    Object whole(long value) {
      return (double) value;
    }

    @Override
    Object milliseconds(int seconds, int micros) {
      return seconds * 1000.0 + micros / 1000.0;
    }

    @Override
    Object seconds(int seconds, int micros) {
      return seconds + micros / 1000000.0;
    }

    @Override
    Object microsAsSeconds(long micros) {
      return micros / 1000000.0;
    }

    @Override
    Object julian(int julianDay, CalendarTime time) {
      int wholeSeconds = (time.hour * 60 + time.minute) * 60 + time.second;
      return julianDay + (wholeSeconds + time.micro / 1000000.0) / 86400;
    }

    @Override
    Object epoch(long timestamp) {
      return timestamp < Long.MAX_VALUE + EPOCH
          ? (timestamp - EPOCH) / 1000000.0
          : ((double) timestamp - EPOCH) / 1000000.0;
    }

    @Override
    Object infinity(int sign) {
      return sign > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
  };

  private static final long MILLION = 1_000_000L;

  /** 1970-01-01 in µs since 2000-01-01. */
  private static final long EPOCH = -946_684_800L * MILLION;

  abstract Object whole(long value);

  abstract Object milliseconds(int seconds, int micros);

  abstract Object seconds(int seconds, int micros);

  abstract Object microsAsSeconds(long micros);

  abstract Object julian(int julianDay, CalendarTime time);

  /** Seconds since 1970-01-01 of a finite timestamp. */
  abstract Object epoch(long timestamp);

  abstract Object infinity(int sign);
}
