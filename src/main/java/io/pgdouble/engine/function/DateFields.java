package io.pgdouble.engine.function;

import io.pgdouble.engine.function.FormatNode.Calendar;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/** What was read of a date, field by field. Source: {@code formatting.c: TmFromChar}. */
final class DateFields {
  private final int[] values = new int[Field.values().length];

  Calendar calendar = Calendar.NONE;

  /** Whether hours are those of a clock of twelve. */
  boolean twelveHours;

  /** By how many digits the year was to be written. */
  int yearDigits;

  /** 1 or -1 where a zone's displacement was read. */
  int zoneSign;

  /** Digits of the fraction of a second; 0 where it was not said. */
  int precision;

  /** A field; 0 is one that was not read, too. */
  enum Field {
    HOUR,
    AFTERNOON,
    MINUTE,
    SECOND,
    SECOND_OF_DAY,
    MILLISECOND,
    MICROSECOND,
    ZONE_HOUR,
    ZONE_MINUTE,
    DAY_OF_WEEK,
    DAY,
    DAY_OF_YEAR,
    WEEK_OF_MONTH,
    WEEK,
    MONTH,
    YEAR,
    CENTURY,
    BEFORE_CHRIST,
    JULIAN
  }

  int get(Field field) {
    return values[field.ordinal()];
  }

  boolean has(Field field) {
    return get(field) != 0;
  }

  /** Without a look at what stands there. */
  void replace(Field field, int value) {
    values[field.ordinal()] = value;
  }

  /** {@code from_char_set_int}. */
  void set(Field field, int value, FormatNode node) {
    if (has(field) && get(field) != value) {
      throw ErrorReport.error(
              SqlState.INVALID_DATETIME_FORMAT,
              "conflicting values for \"" + node.name() + "\" field in formatting string")
          .withDetail("This value contradicts a previous setting for the same field type.")
          .toException();
    }
    replace(field, value);
  }

  /** {@code from_char_set_mode}. */
  void use(Calendar other) {
    if (other != Calendar.NONE && calendar != Calendar.NONE && calendar != other) {
      throw ErrorReport.error(
              SqlState.INVALID_DATETIME_FORMAT, "invalid combination of date conventions")
          .withHint("Do not mix Gregorian and ISO week date conventions in a formatting template.")
          .toException();
    }
    calendar = calendar == Calendar.NONE ? other : calendar;
  }
}
