package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE ACCESS METHOD. */
public record CreateAmStmt(String amname, List<String> handlerName, String amtype)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createAmStmt(this);
  }
}
