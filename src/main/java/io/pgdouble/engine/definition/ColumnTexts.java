package io.pgdouble.engine.definition;

import io.pgdouble.engine.expression.Expression;
import java.util.Optional;

/** How columns are written in the text of an expression. */
interface ColumnTexts {
  /** A column, and its name where it has one ({@code get_variable}). */
  record Written(String text, Optional<String> name) {}

  Written of(Expression.Var column);

  Written of(Expression.JoinColumn column);

  /** The name of a field of a value that is a record without a type of its own. */
  String field(Expression.Var record, int field);
}
