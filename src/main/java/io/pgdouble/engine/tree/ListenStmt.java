package io.pgdouble.engine.tree;

/** LISTEN. */
public record ListenStmt(String conditionname) implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.listenStmt(this);
  }
}
