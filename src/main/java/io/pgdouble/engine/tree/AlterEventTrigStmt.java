package io.pgdouble.engine.tree;

/** ALTER EVENT TRIGGER. */
public record AlterEventTrigStmt(String trigname, String tgenabled) implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterEventTrigStmt(this);
  }
}
