package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** Errors that several functions report in the same words. */
final class FunctionErrors {
  private FunctionErrors() {}

  static ReportedError smallintRange() {
    return range("smallint out of range");
  }

  static ReportedError integerRange() {
    return range("integer out of range");
  }

  static ReportedError bigintRange() {
    return range("bigint out of range");
  }

  static ReportedError range(String message) {
    return new ReportedError(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, message);
  }

  static ReportedError divisionByZero() {
    return new ReportedError(SqlState.DIVISION_BY_ZERO, "division by zero");
  }

  static ReportedError overflow() {
    return range("value out of range: overflow");
  }

  static ReportedError underflow() {
    return range("value out of range: underflow");
  }

  static ReportedError invalidParameter(String message) {
    return new ReportedError(SqlState.INVALID_PARAMETER_VALUE, message);
  }

  static ReportedError timestampRange() {
    return new ReportedError(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "timestamp out of range");
  }

  static ReportedError dateRange() {
    return new ReportedError(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "date out of range");
  }

  static ReportedError intervalRange() {
    return new ReportedError(SqlState.DATETIME_VALUE_OUT_OF_RANGE, "interval out of range");
  }

  /** What {@code palloc} says of a request above {@code MaxAllocSize}. */
  static ReportedError requestedLengthTooLarge() {
    return new ReportedError(SqlState.PROGRAM_LIMIT_EXCEEDED, "requested length too large");
  }
}
