package io.pgdouble.engine.tree;

import java.util.List;

/** DROP OWNED. */
public record DropOwnedStmt(List<RoleSpec> roles, DropBehavior behavior)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.dropOwnedStmt(this);
  }
}
