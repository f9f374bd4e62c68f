package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER STATISTICS. */
public record AlterStatsStmt(List<String> defnames, int stxstattarget, boolean missingOk)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterStatsStmt(this);
  }
}
