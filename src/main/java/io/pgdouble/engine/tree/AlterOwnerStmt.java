package io.pgdouble.engine.tree;

import java.util.Optional;

/** ALTER ... OWNER TO. */
public record AlterOwnerStmt(
    ObjectType objectType, Optional<RangeVar> relation, Optional<Node> object, RoleSpec newowner)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterOwnerStmt(this);
  }
}
