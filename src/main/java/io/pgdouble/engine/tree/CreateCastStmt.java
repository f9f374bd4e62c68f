package io.pgdouble.engine.tree;

import java.util.Optional;

/** CREATE CAST. */
public record CreateCastStmt(
    TypeName sourcetype,
    TypeName targettype,
    Optional<ObjectWithArgs> func,
    String context,
    boolean inout)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createCastStmt(this);
  }
}
