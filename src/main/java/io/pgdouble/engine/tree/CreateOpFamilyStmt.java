package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE OPERATOR FAMILY. */
public record CreateOpFamilyStmt(List<String> opfamilyname, String amname)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createOpFamilyStmt(this);
  }
}
