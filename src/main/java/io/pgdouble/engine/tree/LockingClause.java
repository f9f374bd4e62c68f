package io.pgdouble.engine.tree;

import java.util.List;

/** FOR UPDATE and its kin. */
public record LockingClause(
    List<RangeVar> lockedRels, LockClauseStrength strength, LockWaitPolicy waitPolicy)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
