package io.pgdouble.engine.tree;

import java.util.List;

/** EXECUTE. */
public record ExecuteStmt(String name, List<Expr> params) implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.executeStmt(this);
  }
}
