package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE SUBSCRIPTION. */
public record CreateSubscriptionStmt(
    String subname, String conninfo, List<String> publication, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createSubscriptionStmt(this);
  }
}
