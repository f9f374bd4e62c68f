package io.pgdouble.engine.tree;

/** DECLARE; {@code options} has the bits of {@link CursorOption}. */
public record DeclareCursorStmt(String portalname, int options, SelectStmt query)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.declareCursorStmt(this);
  }
}
