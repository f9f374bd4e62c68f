package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** XMLTABLE. */
public record RangeTableFunc(
    boolean lateral,
    Expr docexpr,
    Expr rowexpr,
    List<ResTarget> namespaces,
    List<RangeTableFuncCol> columns,
    Optional<Alias> alias,
    int location)
    implements TableRef {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.rangeTableFunc(this);
  }
}
