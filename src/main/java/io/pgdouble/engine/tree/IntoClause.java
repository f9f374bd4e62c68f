package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** The target of SELECT INTO or CREATE TABLE AS. */
public record IntoClause(
    RangeVar rel,
    List<String> colNames,
    Optional<String> accessMethod,
    List<DefElem> options,
    OnCommitAction onCommit,
    Optional<String> tableSpaceName,
    boolean skipData)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
