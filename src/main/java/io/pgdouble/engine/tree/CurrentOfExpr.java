package io.pgdouble.engine.tree;

/** WHERE CURRENT OF. */
public record CurrentOfExpr(String cursorName) implements Expr {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.currentOfExpr(this);
  }
}
