package io.pgdouble.engine.tree;

import java.util.List;

/** A table of VACUUM or ANALYZE. */
public record VacuumRelation(RangeVar relation, List<String> columns) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
