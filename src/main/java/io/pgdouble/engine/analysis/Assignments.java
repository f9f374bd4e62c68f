package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.tree.Indirection;
import io.pgdouble.error.SqlState;
import java.util.List;

/** Values become what a column holds ({@code transformAssignedExpr}). */
final class Assignments {
  private Assignments() {}

  /** Elements and fields of columns are not assigned to. */
  static void requireWhole(List<Indirection> parts) {
    if (!parts.isEmpty()) {
      throw Complaint.notSimulated("assignments to parts of columns");
    }
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
