package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.Constraint;
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
          throw new ReportedError(
              SqlState.INVALID_OBJECT_DEFINITION,
              "check constraints for domains cannot be marked NO INHERIT");
        }
      }
      case UNIQUE -> throw impossible("unique");
      case PRIMARY -> throw impossible("primary key");
      case EXCLUSION -> throw impossible("exclusion");
      case FOREIGN -> throw impossible("foreign key");
      case ATTR_DEFERRABLE, ATTR_NOT_DEFERRABLE, ATTR_DEFERRED, ATTR_IMMEDIATE ->
          throw new ReportedError(
              SqlState.FEATURE_NOT_SUPPORTED,
              "specifying constraint deferrability not supported for domains");
      case IDENTITY, GENERATED ->
          throw new ReportedError(
              SqlState.FEATURE_NOT_SUPPORTED, "specifying GENERATED not supported for domains");
    }
  }

  private static ReportedError impossible(String what) {
    return new ReportedError(SqlState.SYNTAX_ERROR, what + " constraints not possible for domains");
  }
}
