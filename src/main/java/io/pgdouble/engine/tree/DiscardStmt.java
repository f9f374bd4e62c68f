package io.pgdouble.engine.tree;

/** DISCARD. */
public record DiscardStmt(DiscardMode target) implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.discardStmt(this);
  }
}
