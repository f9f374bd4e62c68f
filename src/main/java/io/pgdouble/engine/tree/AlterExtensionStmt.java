package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER EXTENSION UPDATE. */
public record AlterExtensionStmt(String extname, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterExtensionStmt(this);
  }
}
