package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** ALTER SUBSCRIPTION. */
public record AlterSubscriptionStmt(
    AlterSubscriptionType kind,
    String subname,
    Optional<String> conninfo,
    List<String> publication,
    List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterSubscriptionStmt(this);
  }
}
