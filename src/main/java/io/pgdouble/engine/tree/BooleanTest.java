package io.pgdouble.engine.tree;

/** IS TRUE and its five siblings. */
public record BooleanTest(BoolTestType booltesttype, Expr arg, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.booleanTest(this);
  }
}
