package io.pgdouble.engine.tree;

import java.util.List;

/** ROLLUP, CUBE, GROUPING SETS or the empty set, in GROUP BY. */
public record GroupingSet(GroupingSetKind kind, List<Expr> content, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.groupingSet(this);
  }
}
