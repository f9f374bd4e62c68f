package io.pgdouble.engine.tree;

/** A parameter {@code $number}. */
public record ParamRef(int number, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.paramRef(this);
  }
}
