package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CREATE SERVER. */
public record CreateForeignServerStmt(
    String servername,
    Optional<String> servertype,
    Optional<String> version,
    String fdwname,
    List<DefElem> options,
    boolean ifNotExists)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createForeignServerStmt(this);
  }
}
