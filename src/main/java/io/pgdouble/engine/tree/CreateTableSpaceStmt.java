package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CREATE TABLESPACE. */
public record CreateTableSpaceStmt(
    String tablespacename, Optional<RoleSpec> owner, String directory, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createTableSpaceStmt(this);
  }
}
