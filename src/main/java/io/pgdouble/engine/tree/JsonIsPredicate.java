package io.pgdouble.engine.tree;

/** IS JSON and its variants. */
public record JsonIsPredicate(
    Expr expr, JsonFormat format, JsonItemType itemType, boolean uniqueKeys, int location)
    implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.jsonIsPredicate(this);
  }
}
