package io.pgdouble.engine.tree;

/** The keyword DEFAULT where a value stands. */
public record SetToDefault(int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.setToDefault(this);
  }
}
