package io.pgdouble.engine.storage;

/**
 * What a serializable transaction has read ({@code predicate_internals.h: PREDICATELOCKTARGETTAG}).
 *
 * @param relation OID of the table or index
 * @param block −1 for all of it
 * @param offset 0 for all of the block
 */
record PredicateTarget(long database, long relation, long block, int offset) {
  static PredicateTarget relation(long database, long relation) {
    return new PredicateTarget(database, relation, -1, 0);
  }

  PredicateTarget page(long number) {
    return new PredicateTarget(database, relation, number, 0);
  }

  PredicateTarget tuple(RowVersion version) {
    return new PredicateTarget(database, relation, version.block(), version.offset());
  }

  boolean isTuple() {
    return offset > 0;
  }

  boolean isPage() {
    return offset == 0 && block >= 0;
  }

  /** Null for a relation. */
  PredicateTarget parent() {
    return isTuple() ? page(block) : isPage() ? relation(database, relation) : null;
  }

  /** As {@code pg_locks} tells it. */
  Object[] columns() {
    return new Object[] {
      isTuple() ? "tuple" : isPage() ? "page" : "relation",
      database,
      relation,
      block >= 0 ? (Object) (int) block : null,
      isTuple() ? (Object) (short) offset : null,
      null,
      null,
      null,
      null,
      null
    };
  }
}
