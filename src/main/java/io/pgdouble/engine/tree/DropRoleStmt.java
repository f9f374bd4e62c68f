package io.pgdouble.engine.tree;

import java.util.List;

/** DROP ROLE. */
public record DropRoleStmt(List<RoleSpec> roles, boolean missingOk) implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.dropRoleStmt(this);
  }
}
