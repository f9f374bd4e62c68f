package io.pgdouble.engine.definition;

import io.pgdouble.engine.expression.Expression.Var;

/** How a column is written in the text of an expression. */
@FunctionalInterface
interface ColumnTexts {
  String of(Var column);
}
