package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** INSERT; without a select it is DEFAULT VALUES. */
public record InsertStmt(
    RangeVar relation,
    List<InsertColumn> cols,
    Optional<SelectStmt> selectStmt,
    Optional<OnConflictClause> onConflictClause,
    List<ResTarget> returningList,
    Optional<WithClause> withClause,
    OverridingKind override)
    implements OptimizableStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.insertStmt(this);
  }
}
