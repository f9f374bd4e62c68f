package io.pgdouble.engine.function;

import java.util.Optional;

/** The built-in aggregates, found by the functions {@code pg_aggregate} names. */
public final class Aggregates {
  private Aggregates() {}

  /**
   * Finds an aggregate.
   *
   * @param transition {@code pg_aggregate.aggtransfn} as text
   * @param last {@code pg_aggregate.aggfinalfn} as text; {@code -} where there is none
   * @return empty where the double does not simulate the aggregate
   */
  public static Optional<Aggregate> find(String transition, String last) {
    return Optional.ofNullable(null);
  }
}
