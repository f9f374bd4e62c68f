package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** GRANT and REVOKE of roles. */
public record GrantRoleStmt(
    List<AccessPriv> grantedRoles,
    List<RoleSpec> granteeRoles,
    boolean grant,
    List<DefElem> opt,
    Optional<RoleSpec> grantor,
    DropBehavior behavior)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.grantRoleStmt(this);
  }
}
