package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;

/** Conversions that nobody wrote. */
final class ImplicitCasts {
  private ImplicitCasts() {}

  /** What was written ({@code strip_implicit_coercions}). */
  static Expression strip(Expression node) {
    if (node instanceof Expression.RelabelType cast && isImplicit(cast.form())) {
      return strip(cast.argument());
    }
    if (node instanceof Expression.FuncExpr call && isImplicit(call.form())) {
      return strip(call.arguments().get(0));
    }
    if (node instanceof Expression.CoerceViaIO cast && isImplicit(cast.form())) {
      return strip(cast.argument());
    }
    if (node instanceof Expression.ArrayCoerceExpr cast && isImplicit(cast.form())) {
      return strip(cast.argument());
    }
    return node;
  }

  private static boolean isImplicit(CallForm form) {
    return form == CallForm.IMPLICIT_CAST;
  }
}
