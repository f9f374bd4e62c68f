package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.Locale;

/** interval. Server: {@code timestamp.c}. */
final class IntervalIo implements TypeIo {
  static final IntervalIo INSTANCE = new IntervalIo();

  /** Bytes the server has for the fields of a text. */
  static final int ROOM = 256;

  private static final int FULL_PRECISION = 0xffff;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    int range = typmod < 0 ? IntervalRange.FULL.mask() : Typmods.intervalRange(typmod);
    IntervalSum sum;
    try {
      sum = read(text, range, environment.intervalStyle());
    } catch (DateTimeFault fault) {
      boolean infinite = text.toLowerCase(Locale.ROOT).contains("inf");
      if (infinite && MajorChange.INTERVALS_MAY_BE_INFINITE.isIn(environment.major())) {
        throw ErrorReport.notSimulated("infinite intervals").toException();
      }
      throw fault.reportInterval(text);
    }
    if (!sum.fits()) {
      throw new ReportedError(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "interval out of range");
    }
    return adjust(sum.toInterval(), typmod);
  }

  private static IntervalSum read(String text, int range, IntervalStyle style) {
    try {
      return IntervalReader.read(text, range, style);
    } catch (DateTimeFault fault) {
      if (fault.kind() != DateTimeFault.Kind.BAD_FORMAT) {
        throw fault;
      }
      return Iso8601Interval.read(text);
    }
  }

  /** Server: {@code AdjustIntervalForTypmod}. */
  static Interval adjust(Interval value, int typmod) {
    if (typmod < 0) {
      return value;
    }
    Interval fitted = cut(value, IntervalRange.of(Typmods.intervalRange(typmod)));
    int precision = Typmods.intervalPrecision(typmod);
    return precision == FULL_PRECISION
        ? fitted
        : new Interval(
            fitted.months(), fitted.days(), TimePrecision.round(fitted.micros(), precision));
  }

  private static Interval cut(Interval value, IntervalRange range) {
    long micros = value.micros();
    return switch (range) {
      case YEAR -> new Interval(value.months() / 12 * 12, 0, 0);
      case MONTH, YEAR_TO_MONTH -> new Interval(value.months(), 0, 0);
      case DAY -> new Interval(value.months(), value.days(), 0);
      case HOUR, DAY_TO_HOUR -> withTime(value, micros - micros % DateTimes.MICROS_PER_HOUR);
      case MINUTE, DAY_TO_MINUTE, HOUR_TO_MINUTE ->
          withTime(value, micros - micros % DateTimes.MICROS_PER_MINUTE);
      case SECOND, DAY_TO_SECOND, HOUR_TO_SECOND, MINUTE_TO_SECOND, FULL -> value;
    };
  }

  private static Interval withTime(Interval value, long micros) {
    return new Interval(value.months(), value.days(), micros);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return IntervalWriter.write((Interval) value, environment.intervalStyle());
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    long micros = in.int64();
    int days = in.int32();
    return adjust(new Interval(in.int32(), days, micros), typmod);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    Interval interval = (Interval) value;
    return new BinaryWriter(16)
        .int64(interval.micros())
        .int32(interval.days())
        .int32(interval.months())
        .toBytes();
  }
}
