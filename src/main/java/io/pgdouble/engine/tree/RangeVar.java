package io.pgdouble.engine.tree;

import java.util.Optional;

/** A relation by name; {@code inh} false after ONLY. */
public record RangeVar(
    Optional<String> catalogname,
    Optional<String> schemaname,
    String relname,
    boolean inh,
    RelPersistence relpersistence,
    Optional<Alias> alias,
    int location)
    implements TableRef {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.rangeVar(this);
  }
}
