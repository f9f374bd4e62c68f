package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** UPDATE. */
public record UpdateStmt(
    RangeVar relation,
    List<ResTarget> targetList,
    Optional<Expr> whereClause,
    List<TableRef> fromClause,
    List<ResTarget> returningList,
    Optional<WithClause> withClause)
    implements OptimizableStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.updateStmt(this);
  }
}
