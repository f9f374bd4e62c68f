package io.pgdouble.engine.tree;

import java.util.Optional;

/** CLOSE; without a name, ALL. */
public record ClosePortalStmt(Optional<String> portalname) implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.closePortalStmt(this);
  }
}
