package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Query;

/** Decides which collation each comparison uses ({@code assign_query_collations}). */
final class CollationAssigner {
  private CollationAssigner() {}

  static Query assign(ParseState state, Query query) {
    return query;
  }
}
