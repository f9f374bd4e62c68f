package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** ALTER SERVER. */
public record AlterForeignServerStmt(
    String servername, Optional<String> version, List<DefElem> options, boolean hasVersion)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterForeignServerStmt(this);
  }
}
