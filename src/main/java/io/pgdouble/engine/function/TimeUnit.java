package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeName;
import java.util.Locale;

/**
 * The units {@code extract}, {@code date_trunc} and their kin know. Source: {@code datetime.c:
 * DecodeUnits, DecodeSpecial}.
 */
enum TimeUnit {
  MICROSECOND,
  MILLISECOND,
  SECOND,
  MINUTE,
  HOUR,
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR,
  DECADE,
  CENTURY,
  MILLENNIUM,
  TIMEZONE,
  TIMEZONE_HOUR,
  TIMEZONE_MINUTE,
  DOW,
  ISODOW,
  DOY,
  ISOYEAR,
  JULIAN,
  EPOCH,
  /** A reserved word that names a moment and no unit. */
  RESERVED;

  private static final int TOKEN_LENGTH = 10;

  /** {@code DecodeUnits}: null where it does not know the word. A table. */
  private static TimeUnit ofDelta(String word) {
    return switch (word) {
      case "c", "cent", "centuries", "century" -> CENTURY;
      case "d", "day", "days" -> DAY;
      case "dec", "decade", "decades", "decs" -> DECADE;
      case "h", "hour", "hours", "hr", "hrs" -> HOUR;
      case "m", "min", "mins", "minute", "minutes" -> MINUTE;
      case "mil", "millennia", "millennium", "mils" -> MILLENNIUM;
      case "millisecon", "ms", "msec", "msecond", "mseconds", "msecs" -> MILLISECOND;
      case "mon", "mons", "month", "months" -> MONTH;
      case "qtr", "quarter" -> QUARTER;
      case "s", "sec", "second", "seconds", "secs" -> SECOND;
      case "timezone" -> TIMEZONE;
      case "timezone_h" -> TIMEZONE_HOUR;
      case "timezone_m" -> TIMEZONE_MINUTE;
      case "microsecon", "us", "usec", "usecond", "useconds", "usecs" -> MICROSECOND;
      case "w", "week", "weeks" -> WEEK;
      case "y", "year", "years", "yr", "yrs" -> YEAR;
      default -> null;
    };
  }

  /** {@code DecodeSpecial}, as far as it knows units and reserved words. A table. */
  private static TimeUnit ofSpecial(String word) {
    return switch (word) {
      case "dow" -> DOW;
      case "doy" -> DOY;
      case "isodow" -> ISODOW;
      case "isoyear" -> ISOYEAR;
      case "j", "jd", "julian" -> JULIAN;
      case "mm" -> MINUTE;
      case "epoch" -> EPOCH;
      case "+infinity",
          "-infinity",
          "allballs",
          "infinity",
          "now",
          "today",
          "tomorrow",
          "yesterday" ->
          RESERVED;
      default -> null;
    };
  }

  /** As {@code date_trunc} reads it: only units of length. Null where it does not know the word. */
  static TimeUnit ofLength(String lowered) {
    return ofDelta(token(lowered));
  }

  /** As {@code extract} reads it. Null where it does not know the word. */
  static TimeUnit ofField(String lowered) {
    TimeUnit unit = ofDelta(token(lowered));
    return unit != null ? unit : ofSpecial(token(lowered));
  }

  private static String token(String word) {
    return word.length() > TOKEN_LENGTH ? word.substring(0, TOKEN_LENGTH) : word;
  }

  /** {@code downcase_truncate_identifier}. */
  static String lowered(String word) {
    StringBuilder lower = new StringBuilder(CodePoints.clipOctets(word, 63));
    for (int i = 0; i < lower.length(); i++) {
      char unit = lower.charAt(i);
      if (unit >= 'A' && unit <= 'Z') {
        lower.setCharAt(i, Character.toString(unit).toLowerCase(Locale.ROOT).charAt(0));
      }
    }
    return lower.toString();
  }

  static ReportedError notSupported(String unit, int type) {
    return new ReportedError(SqlState.FEATURE_NOT_SUPPORTED, notSupportedText(unit, type));
  }

  static String notSupportedText(String unit, int type) {
    return "unit \"" + unit + "\" not supported for type " + TypeName.format(type);
  }

  static ReportedError notRecognized(String unit, int type) {
    return FunctionErrors.invalidParameter(
        "unit \"" + unit + "\" not recognized for type " + TypeName.format(type));
  }
}
