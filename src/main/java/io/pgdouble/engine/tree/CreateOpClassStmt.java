package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE OPERATOR CLASS. */
public record CreateOpClassStmt(
    List<String> opclassname,
    List<String> opfamilyname,
    String amname,
    TypeName datatype,
    List<CreateOpClassItem> items,
    boolean isDefault)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createOpClassStmt(this);
  }
}
