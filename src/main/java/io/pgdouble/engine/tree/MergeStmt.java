package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** MERGE. */
public record MergeStmt(
    RangeVar relation,
    TableRef sourceRelation,
    Expr joinCondition,
    List<MergeWhenClause> mergeWhenClauses,
    Optional<WithClause> withClause)
    implements OptimizableStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.mergeStmt(this);
  }
}
