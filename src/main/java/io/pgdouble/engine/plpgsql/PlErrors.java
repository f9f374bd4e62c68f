package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** Complaints that more than one place has. */
final class PlErrors {
  private PlErrors() {}

  static ReportedError pseudoType(String variable, PlType type) {
    return new ReportedError(
        SqlState.FEATURE_NOT_SUPPORTED,
        "variable \"" + variable + "\" has pseudo-type " + TypeFacts.name(type.oid()));
  }

  static ReportedError notNull(Datum.Variable variable) {
    return new ReportedError(
        SqlState.NULL_VALUE_NOT_ALLOWED,
        "null value cannot be assigned to variable \"" + variable.name + "\" declared NOT NULL");
  }

  static ReportedError nullValue(String message) {
    return new ReportedError(SqlState.NULL_VALUE_NOT_ALLOWED, message);
  }

  static ReportedError noField(String record, String field) {
    return new ReportedError(
        SqlState.UNDEFINED_COLUMN, "record \"" + record + "\" has no field \"" + field + "\"");
  }

  static String constant(String variable) {
    return "variable \"" + variable + "\" is declared CONSTANT";
  }

  /**
   * {@code exec_check_assignable}.
   *
   * @throws ReportedError 22005, without a position
   */
  static void checkAssignable(Datum datum) {
    Datum whole = datum instanceof Datum.RecField field ? field.parent : datum;
    if (whole instanceof Datum.Variable variable && variable.constant) {
      throw new ReportedError(SqlState.ERROR_IN_ASSIGNMENT, constant(variable.name));
    }
  }
}
