package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE ROLE, USER and GROUP. */
public record CreateRoleStmt(RoleStmtType stmtType, String role, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createRoleStmt(this);
  }
}
