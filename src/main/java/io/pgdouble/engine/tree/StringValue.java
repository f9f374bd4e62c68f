package io.pgdouble.engine.tree;

/** A character string, escapes already resolved. */
public record StringValue(String value) implements Value {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.stringValue(this);
  }
}
