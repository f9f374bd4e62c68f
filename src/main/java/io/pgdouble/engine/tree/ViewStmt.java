package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE VIEW. */
public record ViewStmt(
    RangeVar view,
    List<String> aliases,
    SelectStmt query,
    boolean replace,
    List<DefElem> options,
    ViewCheckOption withCheckOption)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.viewStmt(this);
  }
}
