package io.pgdouble.engine.tree;

/** IS NULL or, with {@code isNull} false, IS NOT NULL. */
public record NullTest(boolean isNull, Expr arg, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.nullTest(this);
  }
}
