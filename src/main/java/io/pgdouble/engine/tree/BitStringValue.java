package io.pgdouble.engine.tree;

/** A bit string: {@code b} or {@code x}, then its digits. */
public record BitStringValue(String text) implements Value {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.bitStringValue(this);
  }
}
