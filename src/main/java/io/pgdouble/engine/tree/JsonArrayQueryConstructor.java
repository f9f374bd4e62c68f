package io.pgdouble.engine.tree;

import java.util.Optional;

/** JSON_ARRAY(SELECT ...) */
public record JsonArrayQueryConstructor(
    SelectStmt query,
    Optional<JsonOutput> output,
    JsonFormat format,
    boolean absentOnNull,
    int location)
    implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.jsonArrayQueryConstructor(this);
  }
}
