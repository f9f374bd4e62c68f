package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER DEFAULT PRIVILEGES. */
public record AlterDefaultPrivilegesStmt(List<DefElem> options, GrantStmt action)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterDefaultPrivilegesStmt(this);
  }
}
