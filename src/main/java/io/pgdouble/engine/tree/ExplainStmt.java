package io.pgdouble.engine.tree;

import java.util.List;

/** EXPLAIN. */
public record ExplainStmt(Statement query, List<DefElem> options) implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.explainStmt(this);
  }
}
