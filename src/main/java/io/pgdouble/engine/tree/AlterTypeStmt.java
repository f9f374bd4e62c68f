package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER TYPE SET. */
public record AlterTypeStmt(List<String> typeName, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterTypeStmt(this);
  }
}
