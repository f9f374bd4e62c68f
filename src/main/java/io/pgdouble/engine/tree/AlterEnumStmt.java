package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** ALTER TYPE ADD and RENAME VALUE. */
public record AlterEnumStmt(
    List<String> typeName,
    Optional<String> oldVal,
    String newVal,
    Optional<String> newValNeighbor,
    boolean newValIsAfter,
    boolean skipIfNewValExists)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterEnumStmt(this);
  }
}
