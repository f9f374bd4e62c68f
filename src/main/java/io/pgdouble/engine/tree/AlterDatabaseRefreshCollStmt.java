package io.pgdouble.engine.tree;

/** ALTER DATABASE REFRESH COLLATION VERSION. */
public record AlterDatabaseRefreshCollStmt(String dbname) implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterDatabaseRefreshCollStmt(this);
  }
}
