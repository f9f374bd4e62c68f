package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER OPERATOR SET. */
public record AlterOperatorStmt(ObjectWithArgs opername, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterOperatorStmt(this);
  }
}
