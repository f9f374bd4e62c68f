package io.pgdouble.engine.tree;

import java.util.List;

/** AND, OR (flattened as gram.y does) or NOT. */
public record BoolExpr(BoolExprType boolop, List<Expr> args, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.boolExpr(this);
  }
}
