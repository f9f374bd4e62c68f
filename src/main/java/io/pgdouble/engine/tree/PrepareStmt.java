package io.pgdouble.engine.tree;

import java.util.List;

/** PREPARE. */
public record PrepareStmt(String name, List<TypeName> argtypes, Statement query)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.prepareStmt(this);
  }
}
