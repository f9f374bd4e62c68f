package io.pgdouble.engine.function;

/** The aggregates that build JSON. Source: {@code json.c}, {@code jsonb.c}. A table. */
final class JsonAggregates {
  private JsonAggregates() {}

  /** Null where there is no such aggregate. A table. */
  static Aggregate find(String transition) {
    return null;
  }
}
