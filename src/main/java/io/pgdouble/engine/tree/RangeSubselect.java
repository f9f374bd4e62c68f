package io.pgdouble.engine.tree;

import java.util.Optional;

/** A sub-select in FROM. */
public record RangeSubselect(boolean lateral, SelectStmt subquery, Optional<Alias> alias)
    implements TableRef {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.rangeSubselect(this);
  }
}
