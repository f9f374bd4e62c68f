package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE DATABASE. */
public record CreateDbStmt(String dbname, List<DefElem> options) implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createDbStmt(this);
  }
}
