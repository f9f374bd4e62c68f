package io.pgdouble.engine.tree;

/** CURRENT_DATE and its kin, which look like names; {@code typmod} is the precision or -1. */
public record SqlValueFunction(SqlValueFunctionOp op, int typmod, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.sqlValueFunction(this);
  }
}
