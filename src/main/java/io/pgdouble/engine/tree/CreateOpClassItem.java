package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** An item of an operator class. */
public record CreateOpClassItem(
    OpClassItemType itemType,
    Optional<ObjectWithArgs> name,
    int number,
    List<String> orderFamily,
    List<Optional<TypeName>> classArgs,
    Optional<TypeName> storedtype)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
