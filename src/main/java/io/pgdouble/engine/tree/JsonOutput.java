package io.pgdouble.engine.tree;

/** RETURNING of a JSON constructor. */
public record JsonOutput(TypeName typeName, JsonFormat format) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
