package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER OPERATOR FAMILY. */
public record AlterOpFamilyStmt(
    List<String> opfamilyname, String amname, boolean drop, List<CreateOpClassItem> items)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterOpFamilyStmt(this);
  }
}
