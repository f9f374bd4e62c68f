package io.pgdouble.engine.function;

import io.pgdouble.type.DateTimes;
import io.pgdouble.type.Interval;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.TimeTz;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What of a value is hashed, so that equal values hash alike: a number without its width, a numeric
 * without its scale. Source: {@code hashfunc.c}, {@code numeric.c}, {@code date.c}, {@code
 * timestamp.c}.
 */
final class HashKeys {
  private static final int DEC_DIGITS = 4;
  private static final BigInteger NBASE = BigInteger.valueOf(10_000);
  private static final int DAYS_PER_MONTH = 30;

  private HashKeys() {}

  /** Whole numbers hash as their {@code int4} does, if they fit one. */
  static int fold(long value) {
    int high = (int) (value >>> 32);
    return (int) value ^ (value >= 0 ? high : ~high);
  }

  static byte[] ofReal(double value) {
    return ByteBuffer.allocate(Double.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(Double.doubleToLongBits(value))
        .array();
  }

  static int numeric(Numeric value) {
    if (!value.isFinite()) {
      return 0;
    }
    return value.signum() == 0 ? -1 : JenkinsHash.of(digits(value)) ^ weight(value);
  }

  static long numeric(Numeric value, long seed) {
    if (!value.isFinite()) {
      return seed;
    }
    return value.signum() == 0 ? seed - 1 : JenkinsHash.of(digits(value), seed) ^ weight(value);
  }

  /** The position of the first digit of base 10000 before the decimal point, counted from 0. */
  private static int weight(Numeric value) {
    BigDecimal magnitude = value.value().abs();
    return Math.floorDiv(magnitude.precision() - magnitude.scale() - 1, DEC_DIGITS);
  }

  /** The digits of base 10000, without zeros before and behind. */
  private static byte[] digits(Numeric value) {
    BigDecimal magnitude = value.value().abs().stripTrailingZeros();
    int behind = -Math.floorDiv(-magnitude.scale(), DEC_DIGITS) * DEC_DIGITS;
    BigInteger rest = magnitude.setScale(behind).unscaledValue();
    int count = weight(value) + 1 + behind / DEC_DIGITS;
    ByteBuffer digits = ByteBuffer.allocate(count * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = count - 1; i >= 0; i--) {
      BigInteger[] parts = rest.divideAndRemainder(NBASE);
      digits.putShort(i * Short.BYTES, parts[1].shortValue());
      rest = parts[0];
    }
    return digits.array();
  }

  static int timeTz(TimeTz value) {
    return JenkinsHash.of(fold(value.micros())) ^ JenkinsHash.of(value.secondsWest());
  }

  static long timeTz(TimeTz value, long seed) {
    return JenkinsHash.of(fold(value.micros()), seed) ^ JenkinsHash.of(value.secondsWest(), seed);
  }

  /** {@code interval_cmp_value}, its lower 64 bits. */
  static long span(Interval value) {
    long days = (long) value.months() * DAYS_PER_MONTH + value.days();
    return days * DateTimes.MICROS_PER_DAY + value.micros();
  }
}
