package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** A column or expression of an index. */
public record IndexElem(
    Optional<String> name,
    Optional<Expr> expr,
    List<String> collation,
    List<String> opclass,
    List<DefElem> opclassopts,
    SortByDir ordering,
    SortByNulls nullsOrdering)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
