package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER TEXT SEARCH CONFIGURATION. */
public record AlterTSConfigurationStmt(
    AlterTSConfigType kind,
    List<String> cfgname,
    List<String> tokentype,
    List<List<String>> dicts,
    boolean missingOk)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterTSConfigurationStmt(this);
  }
}
