package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** One arm of MERGE. */
public record MergeWhenClause(
    boolean matched,
    CmdType commandType,
    OverridingKind override,
    Optional<Expr> condition,
    List<InsertColumn> cols,
    List<ResTarget> targetList,
    List<Expr> values)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
