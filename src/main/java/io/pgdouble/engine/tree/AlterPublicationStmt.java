package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER PUBLICATION. */
public record AlterPublicationStmt(
    String pubname,
    List<DefElem> options,
    List<PublicationObjSpec> pubobjects,
    AlterPublicationAction action)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterPublicationStmt(this);
  }
}
