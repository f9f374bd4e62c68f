package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE FOREIGN DATA WRAPPER. */
public record CreateFdwStmt(String fdwname, List<DefElem> funcOptions, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createFdwStmt(this);
  }
}
