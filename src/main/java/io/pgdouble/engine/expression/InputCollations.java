package io.pgdouble.engine.expression;

import io.pgdouble.engine.expression.Expression.Aggref;
import io.pgdouble.engine.expression.Expression.DistinctExpr;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.Expression.MinMaxExpr;
import io.pgdouble.engine.expression.Expression.NullIfExpr;
import io.pgdouble.engine.expression.Expression.OpExpr;
import io.pgdouble.engine.expression.Expression.ScalarArrayOpExpr;
import io.pgdouble.engine.expression.Expression.WindowFunc;

/** Sets the collation a node's function uses ({@code nodeFuncs.c: exprSetInputCollation}). */
public final class InputCollations {
  private InputCollations() {}

  /** The node with another input collation, or itself if it calls no function. */
  public static Expression with(Expression node, int collation) {
    if (node instanceof FuncExpr n) {
      return new FuncExpr(
          n.function(),
          n.type(),
          n.typmod(),
          n.form(),
          n.variadic(),
          collation,
          n.arguments(),
          n.written(),
          n.location());
    }
    if (node instanceof OpExpr n) {
      return new OpExpr(
          n.operator(), n.function(), n.type(), collation, n.arguments(), n.location());
    }
    if (node instanceof DistinctExpr n) {
      return new DistinctExpr(n.operator(), n.function(), collation, n.arguments(), n.location());
    }
    if (node instanceof NullIfExpr n) {
      return new NullIfExpr(
          n.operator(), n.function(), n.type(), collation, n.arguments(), n.location());
    }
    return withOther(node, collation);
  }

  private static Expression withOther(Expression node, int collation) {
    if (node instanceof ScalarArrayOpExpr n) {
      return new ScalarArrayOpExpr(
          n.operator(), n.function(), n.quantifier(), collation, n.arguments(), n.location());
    }
    if (node instanceof MinMaxExpr n) {
      return new MinMaxExpr(
          n.which(), n.comparison(), n.type(), collation, n.arguments(), n.location());
    }
    if (node instanceof Aggref n) {
      return new Aggref(
          n.function(),
          n.aggregate(),
          n.type(),
          collation,
          n.direct(),
          n.arguments(),
          n.order(),
          n.distinct(),
          n.filter(),
          n.variadic(),
          n.star(),
          n.levelsUp(),
          n.location());
    }
    if (node instanceof WindowFunc n) {
      return new WindowFunc(
          n.function(),
          n.aggregate(),
          n.type(),
          collation,
          n.arguments(),
          n.filter(),
          n.window(),
          n.star(),
          n.location());
    }
    return node;
  }
}
