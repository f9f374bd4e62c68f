package io.pgdouble.engine.tree;

/** REFERENCING of a trigger. */
public record TriggerTransition(String name, boolean isNew, boolean isTable) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
