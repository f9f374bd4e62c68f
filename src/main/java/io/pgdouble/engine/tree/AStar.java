package io.pgdouble.engine.tree;

/** A dot and a star. */
public record AStar() implements Indirection {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.aStar(this);
  }
}
