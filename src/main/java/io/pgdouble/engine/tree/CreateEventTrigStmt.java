package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE EVENT TRIGGER. */
public record CreateEventTrigStmt(
    String trigname, String eventname, List<DefElem> whenclause, List<String> funcname)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createEventTrigStmt(this);
  }
}
