package io.pgdouble.engine.tree;

import java.util.Optional;

/** A column or expression of CREATE STATISTICS. */
public record StatsElem(Optional<String> name, Optional<Expr> expr) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
