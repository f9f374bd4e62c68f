package io.pgdouble.engine.tree;

import java.util.List;

/** A row: ROW(...) if {@code explicit}, else a parenthesised list of two or more. */
public record RowExpr(List<Expr> args, boolean explicit, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.rowExpr(this);
  }
}
