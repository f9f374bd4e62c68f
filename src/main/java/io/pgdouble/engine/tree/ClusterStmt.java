package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CLUSTER. */
public record ClusterStmt(
    Optional<RangeVar> relation, Optional<String> indexname, List<DefElem> params)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.clusterStmt(this);
  }
}
