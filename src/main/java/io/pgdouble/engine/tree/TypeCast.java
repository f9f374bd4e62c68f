package io.pgdouble.engine.tree;

/** A cast in any of its notations. */
public record TypeCast(Expr arg, TypeName typeName, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.typeCast(this);
  }
}
