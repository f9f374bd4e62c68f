package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.DateTimeWords.Meaning;

/** date. Server: {@code date.c}. */
final class DateIo implements TypeIo {
  static final DateIo INSTANCE = new DateIo();

  /** Bytes the server has for the fields of a text: {@code MAXDATELEN + 1}. */
  static final int ROOM = 129;

  private static final int MIN = -DateTimes.EPOCH_JULIAN_DAY;
  private static final int END = 2_147_483_494 - DateTimes.EPOCH_JULIAN_DAY;
  private static final int UNIX_EPOCH =
      DateTimes.UNIX_EPOCH_JULIAN_DAY - DateTimes.EPOCH_JULIAN_DAY;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    DateTimeReader.Reading reading;
    try {
      reading = DateTimeReader.read(text, ROOM, environment);
    } catch (DateTimeFault fault) {
      throw fault.report("date", text);
    }
    if (reading.special() != Meaning.NONE) {
      return special(reading.special());
    }
    DateTimeFields fields = reading.fields();
    if (!DateTimes.isValidJulian(fields.year(), fields.month())) {
      throw outOfRange(": \"" + text + "\"");
    }
    int date = fields.julianDay() - DateTimes.EPOCH_JULIAN_DAY;
    if (!isInRange(date)) {
      throw outOfRange(": \"" + text + "\"");
    }
    return date;
  }

  private static int special(Meaning meaning) {
    if (meaning == Meaning.EPOCH) {
      return UNIX_EPOCH;
    }
    return meaning == Meaning.LATE ? DateTimes.DATE_INFINITY : DateTimes.DATE_MINUS_INFINITY;
  }

  static boolean isInRange(int date) {
    return date >= MIN && date < END;
  }

  private static ReportedError outOfRange(String what) {
    return new ReportedError(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "date out of range" + what);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    int date = (Integer) value;
    if (!DateTimes.isFinite(date)) {
      return DateTimeWriter.special(date);
    }
    int[] parts = DateTimes.dateOfJulianDay(date + DateTimes.EPOCH_JULIAN_DAY);
    return new DateTimeWriter(environment.dateStyle())
        .date(new DateTimeFields(parts[0], parts[1], parts[2], 0, 0, 0, 0));
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int date = in.int32();
    if (DateTimes.isFinite(date) && !isInRange(date)) {
      throw outOfRange("");
    }
    return date;
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(4).int32((Integer) value).toBytes();
  }
}
