package io.pgdouble.engine.tree;

import java.util.Optional;

/** ALTER ROLE SET; without a role, ALL. */
public record AlterRoleSetStmt(
    Optional<RoleSpec> role, Optional<String> database, VariableSetStmt setstmt)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterRoleSetStmt(this);
  }
}
