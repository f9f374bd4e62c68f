package io.pgdouble.engine.tree;

/** LIKE in a column list; {@code options} has the bits of {@link TableLikeOption}. */
public record TableLikeClause(RangeVar relation, int options) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
