package io.pgdouble.engine.tree;

import java.util.List;

/**
 * A name, perhaps qualified; {@code star} if it ends in {@code *}, which then is not among the
 * fields.
 */
public record ColumnRef(List<String> fields, boolean star, int location) implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.columnRef(this);
  }
}
