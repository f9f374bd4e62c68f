package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE SEQUENCE. */
public record CreateSeqStmt(RangeVar sequence, List<DefElem> options, boolean ifNotExists)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createSeqStmt(this);
  }
}
