package io.pgdouble.engine.tree;

import java.util.List;

/** A list in an option's argument. */
public record ListValue(List<Node> elements) implements Value {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.listValue(this);
  }
}
