package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER SEQUENCE. */
public record AlterSeqStmt(RangeVar sequence, List<DefElem> options, boolean missingOk)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterSeqStmt(this);
  }
}
