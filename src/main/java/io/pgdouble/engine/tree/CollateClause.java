package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** COLLATE; without an argument where it qualifies a column definition. */
public record CollateClause(Optional<Expr> arg, List<String> collname, int location)
    implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.collateClause(this);
  }
}
