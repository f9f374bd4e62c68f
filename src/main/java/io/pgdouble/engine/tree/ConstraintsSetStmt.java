package io.pgdouble.engine.tree;

import java.util.List;

/** SET CONSTRAINTS; an empty list is ALL. */
public record ConstraintsSetStmt(List<RangeVar> constraints, boolean deferred)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.constraintsSetStmt(this);
  }
}
