package io.pgdouble.engine.tree;

/** A number with its text as written: too large for an int, or with a fraction or an exponent. */
public record FloatValue(String text) implements Value {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.floatValue(this);
  }
}
