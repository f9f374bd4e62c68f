package io.pgdouble.engine.tree;

import java.util.List;

/** CREATE AGGREGATE, OPERATOR, TYPE, COLLATION and text search objects. */
public record DefineStmt(
    ObjectType kind,
    boolean oldstyle,
    List<String> defnames,
    List<FunctionParameter> args,
    List<DefElem> definition,
    boolean ifNotExists,
    boolean replace)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.defineStmt(this);
  }
}
