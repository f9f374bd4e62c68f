package io.pgdouble.engine.expression;

import java.util.List;

/** Where an expression starts, for error positions ({@code nodeFuncs.c: exprLocation}). */
public final class Locations {
  private Locations() {}

  /** The leftmost known offset of the expression, −1 unknown. */
  public static int of(Expression expression) {
    if (expression instanceof Expression.OpExpr node) {
      return leftmost(node.location(), of(node.arguments()));
    }
    if (expression instanceof Expression.FuncExpr node) {
      return leftmost(node.location(), of(node.arguments()));
    }
    if (expression instanceof Expression.SqlFunctionExpr node) {
      return leftmost(node.location(), of(node.arguments()));
    }
    if (expression instanceof Expression.DistinctExpr node) {
      return leftmost(node.location(), of(node.arguments()));
    }
    if (expression instanceof Expression.NullIfExpr node) {
      return leftmost(node.location(), of(node.arguments()));
    }
    if (expression instanceof Expression.ScalarArrayOpExpr node) {
      return leftmost(node.location(), of(node.arguments()));
    }
    if (expression instanceof Expression.BoolExpr node) {
      return leftmost(node.location(), of(node.arguments()));
    }
    return ofCast(expression);
  }

  private static int ofCast(Expression expression) {
    if (expression instanceof Expression.RelabelType node) {
      return leftmost(node.location(), of(node.argument()));
    }
    if (expression instanceof Expression.CoerceViaIO node) {
      return leftmost(node.location(), of(node.argument()));
    }
    if (expression instanceof Expression.CoerceToDomain node) {
      return leftmost(node.location(), of(node.argument()));
    }
    if (expression instanceof Expression.ArrayCoerceExpr node) {
      return leftmost(node.location(), of(node.argument()));
    }
    if (expression instanceof Expression.ConvertRowtypeExpr node) {
      return leftmost(node.location(), of(node.argument()));
    }
    return ofOther(expression);
  }

  private static int ofOther(Expression expression) {
    if (expression instanceof Expression.SubLink node) {
      return leftmost(node.test().map(Locations::of).orElse(-1), node.location());
    }
    if (expression instanceof Expression.FieldSelect node) {
      return of(node.argument());
    }
    if (expression instanceof Expression.SubscriptingRef node) {
      return of(node.container());
    }
    if (expression instanceof Expression.PartStore node) {
      return of(node.value());
    }
    if (expression instanceof Expression.CollateExpr node) {
      return of(node.argument());
    }
    if (expression instanceof Expression.NamedArgument node) {
      return leftmost(node.location(), of(node.argument()));
    }
    if (expression instanceof Expression.NullTest node) {
      return leftmost(node.location(), of(node.argument()));
    }
    if (expression instanceof Expression.BooleanTest node) {
      return leftmost(node.location(), of(node.argument()));
    }
    return expression.location();
  }

  /** The first known location of a list ({@code exprLocation} of a List). */
  public static int of(List<Expression> expressions) {
    for (Expression expression : expressions) {
      int location = of(expression);
      if (location >= 0) {
        return location;
      }
    }
    return -1;
  }

  private static int leftmost(int one, int other) {
    if (one < 0) {
      return other;
    }
    return other < 0 ? one : Math.min(one, other);
  }
}
