package io.pgdouble.engine.tree;

/** An integer that fits 32 bits. */
public record IntegerValue(int value) implements Value {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.integerValue(this);
  }
}
