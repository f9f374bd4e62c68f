package io.pgdouble.engine.tree;

/** REFRESH MATERIALIZED VIEW. */
public record RefreshMatViewStmt(RangeVar relation, boolean concurrent, boolean skipData)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.refreshMatViewStmt(this);
  }
}
