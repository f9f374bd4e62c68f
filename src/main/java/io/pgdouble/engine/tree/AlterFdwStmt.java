package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER FOREIGN DATA WRAPPER. */
public record AlterFdwStmt(String fdwname, List<DefElem> funcOptions, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterFdwStmt(this);
  }
}
