package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;

/** Casts that the text of a query does not show ({@code parse_coerce.c: hide_coercion_node}). */
final class HiddenCasts {
  private HiddenCasts() {}

  static Expression hide(Expression node) {
    CallForm form = CallForm.IMPLICIT_CAST;
    if (node instanceof Expression.FuncExpr n) {
      return hidden(n);
    }
    if (node instanceof Expression.SqlFunctionExpr n) {
      return n.with(hidden(n.call()));
    }
    if (node instanceof Expression.RelabelType n) {
      return new Expression.RelabelType(
          n.argument(), n.type(), n.typmod(), n.collation(), form, n.location());
    }
    if (node instanceof Expression.CoerceViaIO n) {
      return new Expression.CoerceViaIO(n.argument(), n.type(), form, n.location());
    }
    if (node instanceof Expression.ArrayCoerceExpr n) {
      return new Expression.ArrayCoerceExpr(
          n.argument(), n.element(), n.type(), n.typmod(), form, n.location());
    }
    return node instanceof Expression.CoerceToDomain n
        ? new Expression.CoerceToDomain(n.argument(), n.type(), n.collation(), form, n.location())
        : node;
  }

  private static Expression.FuncExpr hidden(Expression.FuncExpr n) {
    return new Expression.FuncExpr(
        n.function(),
        n.type(),
        n.typmod(),
        CallForm.IMPLICIT_CAST,
        n.variadic(),
        n.inputCollation(),
        n.arguments(),
        n.written(),
        n.location());
  }
}
