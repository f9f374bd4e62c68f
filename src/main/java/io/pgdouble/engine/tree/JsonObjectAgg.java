package io.pgdouble.engine.tree;

import java.util.Optional;

/** JSON_OBJECTAGG. */
public record JsonObjectAgg(
    JsonKeyValue arg,
    Optional<JsonOutput> output,
    Optional<Expr> aggFilter,
    Optional<WindowDef> over,
    boolean absentOnNull,
    boolean unique,
    int location)
    implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.jsonObjectAgg(this);
  }
}
