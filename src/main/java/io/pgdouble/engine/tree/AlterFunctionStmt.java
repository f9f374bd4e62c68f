package io.pgdouble.engine.tree;

import java.util.List;

/** ALTER FUNCTION. */
public record AlterFunctionStmt(ObjectType objtype, ObjectWithArgs func, List<DefElem> actions)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterFunctionStmt(this);
  }
}
