package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** A function in FROM, or ROWS FROM of several. */
public record RangeFunction(
    boolean lateral,
    boolean ordinality,
    boolean rowsFrom,
    List<RangeFunctionItem> functions,
    Optional<Alias> alias,
    List<ColumnDef> coldeflist)
    implements TableRef {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.rangeFunction(this);
  }
}
