package io.pgdouble.engine.tree;

/** A pair of JSON_OBJECT. */
public record JsonKeyValue(Expr key, JsonValueExpr value) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
