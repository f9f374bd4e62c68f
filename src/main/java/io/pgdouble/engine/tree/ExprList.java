package io.pgdouble.engine.tree;

import java.util.List;

/** A list where an operand stands: IN (a, b), the two bounds of BETWEEN. */
public record ExprList(List<Expr> items) implements Expr {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.exprList(this);
  }
}
