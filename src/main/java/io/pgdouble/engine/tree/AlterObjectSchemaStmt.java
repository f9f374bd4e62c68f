package io.pgdouble.engine.tree;

import java.util.Optional;

/** ALTER ... SET SCHEMA. */
public record AlterObjectSchemaStmt(
    ObjectType objectType,
    Optional<RangeVar> relation,
    Optional<Node> object,
    String newschema,
    boolean missingOk)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterObjectSchemaStmt(this);
  }
}
