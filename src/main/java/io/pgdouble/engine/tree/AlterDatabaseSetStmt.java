package io.pgdouble.engine.tree;

/** ALTER DATABASE SET. */
public record AlterDatabaseSetStmt(String dbname, VariableSetStmt setstmt)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterDatabaseSetStmt(this);
  }
}
