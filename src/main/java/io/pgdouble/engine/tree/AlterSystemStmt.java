package io.pgdouble.engine.tree;

/** ALTER SYSTEM. */
public record AlterSystemStmt(VariableSetStmt setstmt) implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterSystemStmt(this);
  }
}
