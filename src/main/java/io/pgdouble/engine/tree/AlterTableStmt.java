package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER TABLE and ALTER of other relations. */
public record AlterTableStmt(
    RangeVar relation, List<AlterTableCmd> cmds, ObjectType objtype, boolean missingOk)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterTableStmt(this);
  }
}
