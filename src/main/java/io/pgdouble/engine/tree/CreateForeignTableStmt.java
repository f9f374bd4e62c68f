package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE FOREIGN TABLE. */
public record CreateForeignTableStmt(CreateStmt base, String servername, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createForeignTableStmt(this);
  }
}
