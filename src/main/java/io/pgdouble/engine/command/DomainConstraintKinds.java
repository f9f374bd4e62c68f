package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** Which constraints a domain cannot have ({@code typecmds.c}). */
final class DomainConstraintKinds {
  private DomainConstraintKinds() {}

  /**
   * @throws ReportedError where a domain cannot have a constraint like this
   */
  static void require(Constraint constraint) {
    switch (constraint.contype()) {
      case NULL, NOTNULL, DEFAULT -> {}
      case CHECK -> {
        if (constraint.attributes().noInherit()) {
          throw at(
              constraint,
              SqlState.INVALID_OBJECT_DEFINITION,
              "check constraints for domains cannot be marked NO INHERIT");
        }
      }
      case UNIQUE -> throw impossible(constraint, "unique");
      case PRIMARY -> throw impossible(constraint, "primary key");
      case EXCLUSION -> throw impossible(constraint, "exclusion");
      case FOREIGN -> throw impossible(constraint, "foreign key");
      case ATTR_DEFERRABLE, ATTR_NOT_DEFERRABLE, ATTR_DEFERRED, ATTR_IMMEDIATE ->
          throw at(
              constraint,
              SqlState.FEATURE_NOT_SUPPORTED,
              "specifying constraint deferrability not supported for domains");
      case IDENTITY, GENERATED ->
          throw at(
              constraint,
              SqlState.FEATURE_NOT_SUPPORTED,
              "specifying GENERATED not supported for domains");
    }
  }

  private static ReportedError impossible(Constraint constraint, String what) {
    return at(constraint, SqlState.SYNTAX_ERROR, what + " constraints not possible for domains");
  }

  /** An error about a constraint. */
  static ReportedError at(Constraint constraint, SqlState state, String message) {
    return ErrorReport.error(state, message).withPosition(constraint.location() + 1).toException();
  }
}
