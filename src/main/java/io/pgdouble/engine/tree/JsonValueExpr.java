package io.pgdouble.engine.tree;

/** A value with perhaps a format. */
public record JsonValueExpr(Expr rawExpr, JsonFormat format) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
