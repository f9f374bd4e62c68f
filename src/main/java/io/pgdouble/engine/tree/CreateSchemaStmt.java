package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CREATE SCHEMA. */
public record CreateSchemaStmt(
    Optional<String> schemaname,
    Optional<RoleSpec> authrole,
    List<Statement> schemaElts,
    boolean ifNotExists)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createSchemaStmt(this);
  }
}
