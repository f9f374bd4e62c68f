package io.pgdouble.engine.tree;

/** DROP USER MAPPING. */
public record DropUserMappingStmt(RoleSpec user, String servername, boolean missingOk)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.dropUserMappingStmt(this);
  }
}
