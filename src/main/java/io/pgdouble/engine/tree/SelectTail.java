package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** The clauses that gram.y adds to a finished select or set operation (insertSelectOptions). */
public record SelectTail(
    List<SortBy> sortClause,
    Optional<Expr> limitOffset,
    Optional<Expr> limitCount,
    LimitOption limitOption,
    List<LockingClause> lockingClause,
    Optional<WithClause> withClause)
    implements Clause {
  /** What a select has to which nothing was added. */
  public static final SelectTail EMPTY =
      new SelectTail(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          LimitOption.COUNT,
          List.of(),
          Optional.empty());

  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
