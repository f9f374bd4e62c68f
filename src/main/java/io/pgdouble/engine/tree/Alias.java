package io.pgdouble.engine.tree;

import java.util.List;

/**
 * An alias with perhaps column aliases; {@code aliasname} is empty where only columns are defined.
 */
public record Alias(String aliasname, List<String> colnames) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
