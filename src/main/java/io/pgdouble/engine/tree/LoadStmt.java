package io.pgdouble.engine.tree;

/** LOAD. */
public record LoadStmt(String filename) implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.loadStmt(this);
  }
}
