package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE TYPE AS RANGE. */
public record CreateRangeStmt(List<String> typeName, List<DefElem> params)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createRangeStmt(this);
  }
}
