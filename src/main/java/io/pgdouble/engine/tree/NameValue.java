package io.pgdouble.engine.tree;

/** A bare word or the star in an option's argument. */
public record NameValue(String name) implements Value {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.nameValue(this);
  }
}
