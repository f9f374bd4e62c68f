package io.pgdouble.engine.tree;

import java.util.List;

/** DO. */
public record DoStmt(List<DefElem> args) implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.doStmt(this);
  }
}
