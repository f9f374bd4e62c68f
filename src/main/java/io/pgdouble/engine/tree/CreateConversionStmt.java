package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE CONVERSION. */
public record CreateConversionStmt(
    List<String> conversionName,
    String forEncodingName,
    String toEncodingName,
    List<String> funcName,
    boolean def)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createConversionStmt(this);
  }
}
