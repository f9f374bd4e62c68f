package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.DateTimeFields;
import io.pgdouble.type.DateTimes;
import io.pgdouble.type.TimePrecision;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** {@code to_timestamp} and {@code to_date} by a pattern. Source: {@code formatting.c}. */
final class DateFromText {
  private DateFromText() {}

  static long timestamp(CallContext context, String text, String pattern) {
    DateFields read = read(context, text, pattern);
    DateTimeFields fields = DateAssembly.of(read, text);
    int east =
        read.zoneSign == 0
            ? DateTimes.determineOffset(fields, context.types().timeZone()).secondsEast()
            : DateAssembly.secondsEast(read);
    OptionalLong timestamp = DateTimes.timestamp(fields, east);
    if (timestamp.isEmpty()) {
      throw FunctionErrors.timestampRange();
    }
    int digits = read.precision == 0 ? -1 : read.precision;
    return TimePrecision.round(timestamp.getAsLong(), digits);
  }

  static int date(CallContext context, String text, String pattern) {
    DateTimeFields fields = DateAssembly.of(read(context, text, pattern), text);
    int date = fields.julianDay() - DateTimes.EPOCH_JULIAN_DAY;
    if (!DateTimes.isValidJulian(fields.year(), fields.month()) || !DateMaking.isInRange(date)) {
      throw new ReportedError(
          SqlState.DATETIME_VALUE_OUT_OF_RANGE, "date out of range: \"" + text + "\"");
    }
    return date;
  }

  private static DateFields read(CallContext context, String text, String pattern) {
    boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    boolean translated = DateFormat.parse(pattern).stream().anyMatch(DateFormat.Part::translated);
    if (translated && !(ascii && hasEnglishNames(context))) {
      throw ErrorReport.notSimulated("names of days and months in other languages").toException();
    }
    return DateReader.read(text, pattern, context.types().major());
  }

  private static boolean hasEnglishNames(CallContext context) {
    String locale = context.execution().setting("lc_time").orElse("C");
    return locale.matches("C|POSIX|C\\..*|en_.*");
  }
}
