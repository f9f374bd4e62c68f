package io.pgdouble.engine.tree;

/** Column {@code colno}, from 1, of the row assigned by SET (a, b) = source. */
public record MultiAssignRef(Expr source, int colno, int ncolumns) implements Expr {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.multiAssignRef(this);
  }
}
