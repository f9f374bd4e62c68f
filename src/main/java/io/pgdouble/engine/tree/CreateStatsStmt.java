package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE STATISTICS. */
public record CreateStatsStmt(
    List<String> defnames,
    List<String> statTypes,
    List<StatsElem> exprs,
    List<TableRef> relations,
    boolean ifNotExists)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createStatsStmt(this);
  }
}
