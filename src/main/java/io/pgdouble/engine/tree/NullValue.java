package io.pgdouble.engine.tree;

/** The keyword NULL. */
public record NullValue() implements Value {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.nullValue(this);
  }
}
