package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE TYPE AS ENUM. */
public record CreateEnumStmt(List<String> typeName, List<String> vals)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createEnumStmt(this);
  }
}
