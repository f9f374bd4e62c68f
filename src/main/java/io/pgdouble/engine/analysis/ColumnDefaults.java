package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.expression.Expression;

/** What a column holds that gets no value ({@code rewriteHandler.c: build_column_default}). */
final class ColumnDefaults {
  private ColumnDefaults() {}

  static Expression of(ParseState state, AttributeEntry column) {
    return Literals.nullOf(column.type(), Coercion.collationOf(state, column.type()), -1);
  }
}
