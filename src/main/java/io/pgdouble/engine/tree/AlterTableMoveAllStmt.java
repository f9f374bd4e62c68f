package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER TABLE ALL IN TABLESPACE. */
public record AlterTableMoveAllStmt(
    String origTablespacename,
    ObjectType objtype,
    List<RoleSpec> roles,
    String newTablespacename,
    boolean nowait)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterTableMoveAllStmt(this);
  }
}
