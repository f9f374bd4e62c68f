package io.pgdouble.engine.tree;

/** A function argument given by name. */
public record NamedArgExpr(String name, Expr arg, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.namedArgExpr(this);
  }
}
