package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE PUBLICATION. */
public record CreatePublicationStmt(
    String pubname,
    List<DefElem> options,
    List<PublicationObjSpec> pubobjects,
    boolean forAllTables)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createPublicationStmt(this);
  }
}
