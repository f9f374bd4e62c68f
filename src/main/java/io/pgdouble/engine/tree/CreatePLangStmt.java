package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE LANGUAGE. */
public record CreatePLangStmt(
    boolean replace,
    String plname,
    List<String> plhandler,
    List<String> plinline,
    List<String> plvalidator,
    boolean trusted)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createPLangStmt(this);
  }
}
