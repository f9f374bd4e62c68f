package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** The complaints that many types share, in the server's words. */
final class TypeErrors {
  private TypeErrors() {}

  /** {@code 22P02}. */
  static ReportedError invalidSyntax(String type, String text) {
    return new ReportedError(SqlState.INVALID_TEXT_REPRESENTATION, syntaxMessage(type, text));
  }

  /** {@code 22P02} with a reason. */
  static ReportedError invalidSyntax(String type, String text, String detail) {
    return ErrorReport.error(SqlState.INVALID_TEXT_REPRESENTATION, syntaxMessage(type, text))
        .withDetail(detail)
        .toException();
  }

  /** {@code 22003} as the integer types say it. */
  static ReportedError outOfRange(String type, String text) {
    return new ReportedError(
        SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
        "value \"" + text + "\" is out of range for type " + type);
  }

  /** {@code 22P02} for an array, without a reason. */
  static ReportedError invalidArray(String text) {
    return new ReportedError(
        SqlState.INVALID_TEXT_REPRESENTATION, "malformed array literal: \"" + text + "\"");
  }

  /** {@code 22P03}. */
  static ReportedError invalidBinary(String message) {
    return new ReportedError(SqlState.INVALID_BINARY_REPRESENTATION, message);
  }

  /** {@code 22023}. */
  static ReportedError invalidParameter(String message) {
    return new ReportedError(SqlState.INVALID_PARAMETER_VALUE, message);
  }

  private static String syntaxMessage(String type, String text) {
    return "invalid input syntax for type " + type + ": \"" + text + "\"";
  }
}
