package io.pgdouble.engine.storage;

/** Whether PostgreSQL's plan, which is not known here, would have had it so. */
public enum Certainty {
  CERTAIN,
  /** A plan may have: what follows from it alone is refused. */
  POSSIBLE;

  Certainty and(Certainty other) {
    return this == CERTAIN ? other : this;
  }

  boolean isAtLeast(Certainty wanted) {
    return compareTo(wanted) <= 0;
  }
}
