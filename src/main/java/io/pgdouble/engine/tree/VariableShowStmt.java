package io.pgdouble.engine.tree;

/** SHOW; {@code all} for SHOW ALL. */
public record VariableShowStmt(String name) implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.variableShowStmt(this);
  }
}
