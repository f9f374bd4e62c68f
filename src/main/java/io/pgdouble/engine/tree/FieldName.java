package io.pgdouble.engine.tree;

/** A dot and a name. */
public record FieldName(String name) implements Indirection {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.fieldName(this);
  }
}
