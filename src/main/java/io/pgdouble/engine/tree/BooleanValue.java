package io.pgdouble.engine.tree;

/** The keyword TRUE or FALSE. */
public record BooleanValue(boolean value) implements Value {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.booleanValue(this);
  }
}
