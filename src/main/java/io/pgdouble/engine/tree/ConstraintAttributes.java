package io.pgdouble.engine.tree;

/** What the constraint attribute words say. */
public record ConstraintAttributes(
    boolean deferrable, boolean initdeferred, boolean skipValidation, boolean noInherit)
    implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
