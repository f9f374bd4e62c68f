package io.pgdouble.engine.function;

import io.pgdouble.type.Interval;
import io.pgdouble.type.Numeric;

/**
 * {@code to_char} and its reverses. Manual: {@code functions-formatting}; source: {@code
 * formatting.c}. A table.
 */
final class FormattingFunctions {
  private FormattingFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "timestamp_to_char" -> (c, a) -> DateWriter.timestamp((Long) a[0], (String) a[1]);
      case "timestamptz_to_char" ->
          (c, a) -> DateWriter.timestamp((Long) a[0], c.types().timeZone(), (String) a[1]);
      case "interval_to_char" -> (c, a) -> DateWriter.interval((Interval) a[0], (String) a[1]);
      case "numeric_to_char" -> (c, a) -> NumberToChar.numeric((Numeric) a[0], (String) a[1]);
      case "int4_to_char" -> (c, a) -> NumberToChar.int4((Integer) a[0], (String) a[1]);
      case "int8_to_char" -> (c, a) -> NumberToChar.int8((Long) a[0], (String) a[1]);
      case "float4_to_char" -> (c, a) -> NumberToChar.float4((Float) a[0], (String) a[1]);
      case "float8_to_char" -> (c, a) -> NumberToChar.float8((Double) a[0], (String) a[1]);
      case "numeric_to_number" -> (c, a) -> NumberReader.read(c, (String) a[0], (String) a[1]);
      case "to_date" -> (c, a) -> DateFromText.date(c, (String) a[0], (String) a[1]);
      case "to_timestamp" -> (c, a) -> DateFromText.timestamp(c, (String) a[0], (String) a[1]);
      default -> null;
    };
  }
}
