package io.pgdouble.engine.tree;

import java.util.List;

/** GROUPING(...) */
public record GroupingFunc(List<Expr> args, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.groupingFunc(this);
  }
}
