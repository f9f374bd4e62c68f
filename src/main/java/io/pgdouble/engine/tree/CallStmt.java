package io.pgdouble.engine.tree;

/** CALL. */
public record CallStmt(FuncCall funccall) implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.callStmt(this);
  }
}
