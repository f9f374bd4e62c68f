package io.pgdouble.engine.tree;

/** DROP SUBSCRIPTION. */
public record DropSubscriptionStmt(String subname, boolean missingOk, DropBehavior behavior)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.dropSubscriptionStmt(this);
  }
}
