package io.pgdouble.engine.tree;

/** FETCH and MOVE; {@code howMany} is Long.MAX_VALUE for ALL. */
public record FetchStmt(FetchDirection direction, long howMany, String portalname, boolean move)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.fetchStmt(this);
  }
}
