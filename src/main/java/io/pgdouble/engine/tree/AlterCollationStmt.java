package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER COLLATION REFRESH VERSION. */
public record AlterCollationStmt(List<String> collname) implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterCollationStmt(this);
  }
}
