package io.pgdouble.engine.tree;

import java.util.Optional;

/** CREATE TRANSFORM. */
public record CreateTransformStmt(
    boolean replace,
    TypeName typeName,
    String lang,
    Optional<ObjectWithArgs> fromsql,
    Optional<ObjectWithArgs> tosql)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createTransformStmt(this);
  }
}
