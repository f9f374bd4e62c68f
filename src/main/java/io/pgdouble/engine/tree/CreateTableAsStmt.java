package io.pgdouble.engine.tree;

/** CREATE TABLE AS and CREATE MATERIALIZED VIEW. */
public record CreateTableAsStmt(
    Statement query, IntoClause into, ObjectType objtype, boolean selectInto, boolean ifNotExists)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.createTableAsStmt(this);
  }
}
