package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** A privilege; without a name it is ALL. */
public record AccessPriv(Optional<String> privName, List<String> cols) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
