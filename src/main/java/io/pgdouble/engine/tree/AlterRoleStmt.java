package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER ROLE, USER and GROUP; {@code add} false for DROP USER of a group. */
public record AlterRoleStmt(RoleSpec role, List<DefElem> options, boolean add)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterRoleStmt(this);
  }
}
