package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER USER MAPPING. */
public record AlterUserMappingStmt(RoleSpec user, String servername, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterUserMappingStmt(this);
  }
}
