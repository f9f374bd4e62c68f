package io.pgdouble.engine.tree;

import java.util.List;

/** MATCH, ON UPDATE and ON DELETE of a foreign key, by the letters of pg_constraint. */
public record ForeignKeyActions(
    String matchtype, String updAction, String delAction, List<String> delSetCols)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
