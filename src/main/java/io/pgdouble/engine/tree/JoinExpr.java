package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** A join; a CROSS JOIN is an inner join without quals. */
public record JoinExpr(
    JoinType jointype,
    boolean natural,
    TableRef larg,
    TableRef rarg,
    List<String> usingClause,
    Optional<Alias> joinUsingAlias,
    Optional<Expr> quals,
    Optional<Alias> alias)
    implements TableRef {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.joinExpr(this);
  }
}
