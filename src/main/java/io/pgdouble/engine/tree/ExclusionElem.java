package io.pgdouble.engine.tree;

import java.util.List;

/** An element of EXCLUDE. */
public record ExclusionElem(IndexElem index, List<String> operator) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
