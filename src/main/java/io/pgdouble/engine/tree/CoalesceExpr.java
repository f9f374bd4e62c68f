package io.pgdouble.engine.tree;

import java.util.List;

/** COALESCE. */
public record CoalesceExpr(List<Expr> args, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.coalesceExpr(this);
  }
}
