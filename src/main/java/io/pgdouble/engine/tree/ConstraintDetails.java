package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** The parts that only some constraint types have. */
public record ConstraintDetails(
    String generatedWhen,
    boolean nullsNotDistinct,
    Optional<String> indexname,
    Optional<String> indexspace,
    Optional<RangeVar> pktable,
    List<String> pkAttrs,
    Optional<ForeignKeyActions> foreignKey,
    List<ExclusionElem> exclusions,
    Optional<String> accessMethod,
    Optional<Expr> whereClause)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
