package io.pgdouble.engine.tree;

/** RETURN in the body of an SQL-standard function. */
public record ReturnStmt(Expr returnval) implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.returnStmt(this);
  }
}
