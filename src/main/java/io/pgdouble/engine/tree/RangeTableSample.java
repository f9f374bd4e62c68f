package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** TABLESAMPLE. */
public record RangeTableSample(
    TableRef relation,
    List<String> method,
    List<Expr> args,
    Optional<Expr> repeatable,
    int location)
    implements TableRef {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.rangeTableSample(this);
  }
}
