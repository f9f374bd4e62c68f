package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE USER MAPPING. */
public record CreateUserMappingStmt(
    RoleSpec user, String servername, List<DefElem> options, boolean ifNotExists)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createUserMappingStmt(this);
  }
}
