package io.pgdouble.engine.tree;

/** A literal constant. */
public record AConst(Value value, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.aConst(this);
  }
}
