package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** GRANT and REVOKE of privileges. */
public record GrantStmt(
    boolean grant,
    GrantTargetType targtype,
    ObjectType objtype,
    List<Node> objects,
    List<AccessPriv> privileges,
    List<RoleSpec> grantees,
    boolean grantOption,
    Optional<RoleSpec> grantor,
    DropBehavior behavior)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.grantStmt(this);
  }
}
