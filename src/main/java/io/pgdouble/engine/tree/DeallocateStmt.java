package io.pgdouble.engine.tree;

import java.util.Optional;

/** DEALLOCATE; without a name, ALL. */
public record DeallocateStmt(Optional<String> name) implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.deallocateStmt(this);
  }
}
