package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** DELETE. */
public record DeleteStmt(
    RangeVar relation,
    List<TableRef> usingClause,
    Optional<Expr> whereClause,
    List<ResTarget> returningList,
    Optional<WithClause> withClause)
    implements OptimizableStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.deleteStmt(this);
  }
}
