package io.pgdouble.engine.tree;

import java.util.List;

/** Fields and subscripts of an expression. */
public record AIndirection(Expr arg, List<Indirection> indirection) implements Expr {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.aIndirection(this);
  }
}
