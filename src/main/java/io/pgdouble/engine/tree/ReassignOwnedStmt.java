package io.pgdouble.engine.tree;

import java.util.List;

/** REASSIGN OWNED. */
public record ReassignOwnedStmt(List<RoleSpec> roles, RoleSpec newrole)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.reassignOwnedStmt(this);
  }
}
