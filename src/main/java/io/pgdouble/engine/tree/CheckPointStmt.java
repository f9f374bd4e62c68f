package io.pgdouble.engine.tree;

/** CHECKPOINT. */
public record CheckPointStmt() implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.checkPointStmt(this);
  }
}
