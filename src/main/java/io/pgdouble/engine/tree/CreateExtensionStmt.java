package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE EXTENSION. */
public record CreateExtensionStmt(String extname, boolean ifNotExists, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createExtensionStmt(this);
  }
}
