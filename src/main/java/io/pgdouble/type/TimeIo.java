package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** time. Server: {@code date.c}. */
final class TimeIo implements TypeIo {
  static final TimeIo INSTANCE = new TimeIo();

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    try {
      long micros = TimeReader.read(text, DateIo.ROOM, environment).micros();
      return TimePrecision.round(micros, typmod);
    } catch (DateTimeFault fault) {
      throw fault.report("time", text);
    }
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return new DateTimeWriter(environment.dateStyle()).time((Long) value);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return TimePrecision.round(checked(in.int64()), typmod);
  }

  /**
   * @throws ReportedError {@code 22008} outside a day
   */
  static long checked(long micros) {
    if (micros < 0 || micros > DateTimes.MICROS_PER_DAY) {
      throw new ReportedError(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "time out of range");
    }
    return micros;
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(8).int64((Long) value).toBytes();
  }
}
