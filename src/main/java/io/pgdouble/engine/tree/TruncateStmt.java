package io.pgdouble.engine.tree;

import java.util.List;

/** TRUNCATE. */
public record TruncateStmt(List<RangeVar> relations, boolean restartSeqs, DropBehavior behavior)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.truncateStmt(this);
  }
}
