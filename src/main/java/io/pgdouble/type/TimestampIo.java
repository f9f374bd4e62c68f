package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.DateTimeReader.Reading;
import io.pgdouble.type.DateTimeWords.Meaning;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** timestamp with and without time zone. Server: {@code timestamp.c}. */
final class TimestampIo implements TypeIo {
  static final TimestampIo TIMESTAMP = new TimestampIo("timestamp");
  static final TimestampIo TIMESTAMPTZ = new TimestampIo("timestamp with time zone");

  /** Bytes the server has for the fields of a text: {@code MAXDATELEN + MAXDATEFIELDS}. */
  private static final int ROOM = 153;

  private static final long UNIX_EPOCH =
      -DateTimes.EPOCH_AS_UNIX_SECONDS * DateTimes.MICROS_PER_SECOND;

  private final String type;

  private TimestampIo(String type) {
    this.type = type;
  }

  private boolean isZoned() {
    return this == TIMESTAMPTZ;
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    Reading reading;
    try {
      reading = DateTimeReader.read(text, ROOM, environment);
    } catch (DateTimeFault fault) {
      throw fault.report(type, text);
    }
    if (reading.special() != Meaning.NONE) {
      return special(reading.special());
    }
    int east = isZoned() ? -reading.secondsWest() : 0;
    OptionalLong timestamp = DateTimes.timestamp(reading.fields(), east);
    if (timestamp.isEmpty()) {
      throw new ReportedError(
          SqlState.DATETIME_VALUE_OUT_OF_RANGE, "timestamp out of range: \"" + text + "\"");
    }
    return TimePrecision.round(timestamp.getAsLong(), typmod);
  }

  private static long special(Meaning meaning) {
    if (meaning == Meaning.EPOCH) {
      return UNIX_EPOCH;
    }
    return meaning == Meaning.LATE
        ? DateTimes.TIMESTAMP_INFINITY
        : DateTimes.TIMESTAMP_MINUS_INFINITY;
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    long timestamp = (Long) value;
    if (!DateTimes.isFinite(timestamp)) {
      return DateTimeWriter.special(timestamp);
    }
    DateTimeWriter writer = new DateTimeWriter(environment.dateStyle());
    if (!isZoned()) {
      return writer.dateTime(DateTimes.fields(timestamp), Optional.empty());
    }
    ZonedFields local = DateTimes.fields(timestamp, environment.timeZone());
    return writer.dateTime(local.fields(), Optional.of(local.offset()));
  }

  @Override
  public byte[] outputBytes(Object value, TypeEnvironment environment) {
    long timestamp = (Long) value;
    byte[] bytes = null;
    if (environment.dateStyle().format() == DateStyle.Format.ISO
        && DateTimes.isInRange(timestamp)) {
      bytes =
          isZoned()
              ? IsoTimestamp.write(timestamp, secondsEast(timestamp, environment))
              : IsoTimestamp.write(timestamp);
    }
    return bytes != null ? bytes : output(value, environment).getBytes(StandardCharsets.UTF_8);
  }

  private static int secondsEast(long timestamp, TypeEnvironment environment) {
    return environment.timeZone().at(DateTimes.unixSeconds(timestamp)).secondsEast();
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    long timestamp = in.int64();
    if (!DateTimes.isFinite(timestamp)) {
      return timestamp;
    }
    if (!DateTimes.isInRange(timestamp)) {
      throw DateTimes.timestampOutOfRange();
    }
    return TimePrecision.round(timestamp, typmod);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(8).int64((Long) value).toBytes();
  }
}
