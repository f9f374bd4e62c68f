package io.pgdouble.engine.tree;

import java.util.List;

/** GREATEST or LEAST. */
public record MinMaxExpr(boolean greatest, List<Expr> args, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.minMaxExpr(this);
  }
}
