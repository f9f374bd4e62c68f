package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER TEXT SEARCH DICTIONARY. */
public record AlterTSDictionaryStmt(List<String> dictname, List<DefElem> options)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterTSDictionaryStmt(this);
  }
}
