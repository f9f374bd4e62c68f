package io.pgdouble.engine.tree;

/** DROP TABLESPACE. */
public record DropTableSpaceStmt(String tablespacename, boolean missingOk)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.dropTableSpaceStmt(this);
  }
}
