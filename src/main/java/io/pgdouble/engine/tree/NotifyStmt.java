package io.pgdouble.engine.tree;

import java.util.Optional;

/** NOTIFY. */
public record NotifyStmt(String conditionname, Optional<String> payload)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.notifyStmt(this);
  }
}
