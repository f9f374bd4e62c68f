package io.pgdouble.engine.tree;

import java.util.List;

/** A list of options where one node is wanted. */
public record OptionList(List<DefElem> options) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
