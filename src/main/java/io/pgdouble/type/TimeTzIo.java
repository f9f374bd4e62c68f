package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** time with time zone. Server: {@code date.c}. */
final class TimeTzIo implements TypeIo {
  static final TimeTzIo INSTANCE = new TimeTzIo();

  /** {@code TZDISP_LIMIT}. */
  private static final int DISPLACEMENT_LIMIT = 16 * 3600;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    try {
      TimeTz value = TimeReader.read(text, DateIo.ROOM, environment);
      return new TimeTz(TimePrecision.round(value.micros(), typmod), value.secondsWest());
    } catch (DateTimeFault fault) {
      throw fault.report("time with time zone", text);
    }
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return new DateTimeWriter(environment.dateStyle()).timeTz((TimeTz) value);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    long micros = TimeIo.checked(in.int64());
    int west = in.int32();
    if (west <= -DISPLACEMENT_LIMIT || west >= DISPLACEMENT_LIMIT) {
      throw new ReportedError(
          SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE, "time zone displacement out of range");
    }
    return new TimeTz(TimePrecision.round(micros, typmod), west);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    TimeTz time = (TimeTz) value;
    return new BinaryWriter(12).int64(time.micros()).int32(time.secondsWest()).toBytes();
  }
}
