package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER TABLESPACE SET and RESET. */
public record AlterTableSpaceOptionsStmt(
    String tablespacename, List<DefElem> options, boolean reset) implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterTableSpaceOptionsStmt(this);
  }
}
