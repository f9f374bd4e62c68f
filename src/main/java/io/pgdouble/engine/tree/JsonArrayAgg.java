package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** JSON_ARRAYAGG. */
public record JsonArrayAgg(
    JsonValueExpr arg,
    Optional<JsonOutput> output,
    List<SortBy> aggOrder,
    Optional<Expr> aggFilter,
    Optional<WindowDef> over,
    boolean absentOnNull,
    int location)
    implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.jsonArrayAgg(this);
  }
}
