package io.pgdouble.engine.tree;

import java.util.Optional;

/** UNLISTEN; without a name, all. */
public record UnlistenStmt(Optional<String> conditionname) implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.unlistenStmt(this);
  }
}
