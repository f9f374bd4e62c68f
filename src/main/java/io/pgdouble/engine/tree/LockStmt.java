package io.pgdouble.engine.tree;

import java.util.List;

/** LOCK; {@code mode} is lockdefs.h's number, 1 to 8. */
public record LockStmt(List<RangeVar> relations, int mode, boolean nowait)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.lockStmt(this);
  }
}
