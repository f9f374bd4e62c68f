package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE TYPE AS. */
public record CompositeTypeStmt(RangeVar typevar, List<ColumnDef> coldeflist)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.compositeTypeStmt(this);
  }
}
