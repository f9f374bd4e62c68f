package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** JSON_ARRAY(...) of values. */
public record JsonArrayConstructor(
    List<JsonValueExpr> exprs, Optional<JsonOutput> output, boolean absentOnNull, int location)
    implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.jsonArrayConstructor(this);
  }
}
