package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** JSON_OBJECT(...) */
public record JsonObjectConstructor(
    List<JsonKeyValue> exprs,
    Optional<JsonOutput> output,
    boolean absentOnNull,
    boolean unique,
    int location)
    implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.jsonObjectConstructor(this);
  }
}
