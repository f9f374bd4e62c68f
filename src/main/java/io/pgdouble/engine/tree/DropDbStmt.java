package io.pgdouble.engine.tree;

import java.util.List;

/** DROP DATABASE. */
public record DropDbStmt(String dbname, boolean missingOk, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.dropDbStmt(this);
  }
}
