package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** Values become what a column holds ({@code transformAssignedExpr}). */
final class Assignments {
  private Assignments() {}

  /** A column, or a part of one. */
  record To(AttributeEntry column, Optional<PartPath> part) {}

  /** A value as what it is assigned to; DEFAULT stays what it is. */
  static Expression to(ParseState state, To target, Expression value, Defaults defaults) {
    if (defaults.isMark(value)) {
      target.part().ifPresent(path -> refuseDefault(path));
      return value;
    }
    return target
        .part()
        .map(path -> path.cast(value))
        .orElseGet(() -> to(state, target.column(), value));
  }

  private static void refuseDefault(PartPath path) {
    throw Complaint.error(
        path.location(),
        SqlState.FEATURE_NOT_SUPPORTED,
        path.beginsWithSubscript()
            ? "cannot set an array element to DEFAULT"
            : "cannot set a subfield to DEFAULT");
  }

  static Expression to(ParseState state, AttributeEntry column, Expression value) {
    CastTarget target =
        new CastTarget(
            column.type(), column.typmod(), CastContext.ASSIGNMENT, CallForm.IMPLICIT_CAST, -1);
    return Coercion.toTarget(state, value, target)
        .orElseThrow(
            () ->
                Complaint.at(
                        Locations.of(value),
                        SqlState.DATATYPE_MISMATCH,
                        "column \""
                            + column.name()
                            + "\" is of type "
                            + TypeFacts.name(column.type())
                            + " but expression is of type "
                            + TypeFacts.name(value.type()))
                    .withHint("You will need to rewrite or cast the expression.")
                    .toException());
  }
}
