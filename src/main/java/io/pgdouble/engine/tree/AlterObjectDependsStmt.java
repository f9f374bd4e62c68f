package io.pgdouble.engine.tree;

import java.util.Optional;

/** ALTER ... DEPENDS ON EXTENSION. */
public record AlterObjectDependsStmt(
    ObjectType objectType, Optional<RangeVar> relation, Node object, String extname, boolean remove)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterObjectDependsStmt(this);
  }
}
