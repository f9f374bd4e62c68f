package io.pgdouble.engine.tree;

import java.util.List;

/** ARRAY[...] */
public record AArrayExpr(List<Expr> elements, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.aArrayExpr(this);
  }
}
