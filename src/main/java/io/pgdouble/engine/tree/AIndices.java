package io.pgdouble.engine.tree;

import java.util.Optional;

/** A subscript ({@code slice} false, only {@code upper} present) or a slice. */
public record AIndices(boolean slice, Optional<Expr> lower, Optional<Expr> upper)
    implements Indirection {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.aIndices(this);
  }
}
