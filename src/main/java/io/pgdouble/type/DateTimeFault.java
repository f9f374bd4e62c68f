package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * Why a text is no date or time, until it is known which text and which type. Server: {@code
 * DTERR_…}, {@code datetime.c: DateTimeParseError}.
 */
final class DateTimeFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  enum Kind {
    BAD_FORMAT,
    FIELD_OVERFLOW,
    /** A month or day out of range, for which the order of fields may be to blame. */
    MONTH_DAY_OVERFLOW,
    DISPLACEMENT_OVERFLOW,
    BAD_TIME_ZONE
  }

  private final Kind kind;
  private final String zone;

  private DateTimeFault(Kind kind, String zone) {
    super(kind.name(), null, false, false);
    this.kind = kind;
    this.zone = zone;
  }

  static DateTimeFault badFormat() {
    return new DateTimeFault(Kind.BAD_FORMAT, "");
  }

  static DateTimeFault overflow() {
    return new DateTimeFault(Kind.FIELD_OVERFLOW, "");
  }

  static DateTimeFault monthOrDay() {
    return new DateTimeFault(Kind.MONTH_DAY_OVERFLOW, "");
  }

  static DateTimeFault displacement() {
    return new DateTimeFault(Kind.DISPLACEMENT_OVERFLOW, "");
  }

  static DateTimeFault unknownZone(String zone) {
    return new DateTimeFault(Kind.BAD_TIME_ZONE, zone);
  }

  Kind kind() {
    return kind;
  }

  /**
   * @param type as messages name it
   */
  ReportedError report(String type, String text) {
    return switch (kind) {
      case BAD_FORMAT ->
          new ReportedError(
              SqlState.INVALID_DATETIME_FORMAT,
              "invalid input syntax for type " + type + ": \"" + text + "\"");
      case FIELD_OVERFLOW -> overflow("date/time", SqlState.DATETIME_FIELD_OVERFLOW, text);
      case MONTH_DAY_OVERFLOW ->
          overflow("date/time", SqlState.DATETIME_FIELD_OVERFLOW, text)
              .report()
              .withHint("Perhaps you need a different \"datestyle\" setting.")
              .toException();
      case DISPLACEMENT_OVERFLOW ->
          new ReportedError(
              SqlState.INVALID_TIME_ZONE_DISPLACEMENT_VALUE,
              "time zone displacement out of range: \"" + text + "\"");
      case BAD_TIME_ZONE ->
          ErrorReport.error(
                  SqlState.INVALID_PARAMETER_VALUE, "time zone \"" + zone + "\" not recognized")
              .toException();
    };
  }

  /** An interval's overflow has a code and a text of its own. */
  ReportedError reportInterval(String text) {
    return kind == Kind.FIELD_OVERFLOW
        ? overflow("interval", SqlState.INTERVAL_FIELD_OVERFLOW, text)
        : report("interval", text);
  }

  private static ReportedError overflow(String what, SqlState state, String text) {
    return new ReportedError(state, what + " field value out of range: \"" + text + "\"");
  }
}
