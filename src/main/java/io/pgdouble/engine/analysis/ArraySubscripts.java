package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.tree.AIndices;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Subscripts of an array ({@code arraysubs.c: array_subscript_transform}).
 *
 * @param upper one for each dimension, or the upper bounds of a slice
 * @param lower the lower bounds of a slice; empty where an element is meant
 */
record ArraySubscripts(List<Optional<Expression>> upper, List<Optional<Expression>> lower) {
  /** {@code MAXDIM}. */
  private static final int MAX_DIMENSIONS = 6;

  static ArraySubscripts of(ParseState state, List<AIndices> indices) {
    boolean slice = indices.stream().anyMatch(AIndices::slice);
    List<Optional<Expression>> upper = new ArrayList<>();
    List<Optional<Expression>> lower = new ArrayList<>();
    for (AIndices index : indices) {
      if (slice) {
        lower.add(
            index.slice()
                ? index.lower().map(raw -> bound(state, raw))
                : Optional.of(new Expression.Const(TypeOid.INT4, -1, 0, 1, -1)));
      }
      upper.add(index.upper().map(raw -> bound(state, raw)));
    }
    if (upper.size() > MAX_DIMENSIONS) {
      throw Complaint.error(
          -1,
          SqlState.PROGRAM_LIMIT_EXCEEDED,
          "number of array dimensions ("
              + upper.size()
              + ") exceeds the maximum allowed ("
              + MAX_DIMENSIONS
              + ")");
    }
    return new ArraySubscripts(upper, lower);
  }

  private static Expression bound(ParseState state, Expr raw) {
    Expression value = state.expressions.part(raw);
    return Coercion.toTarget(state, value, CastTarget.assignment(TypeOid.INT4))
        .orElseThrow(
            () ->
                Complaint.error(
                    Locations.of(value),
                    SqlState.DATATYPE_MISMATCH,
                    "array subscript must have type integer"));
  }
}
