package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** REINDEX. */
public record ReindexStmt(
    ReindexObjectType kind,
    Optional<RangeVar> relation,
    Optional<String> name,
    List<DefElem> params)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.reindexStmt(this);
  }
}
