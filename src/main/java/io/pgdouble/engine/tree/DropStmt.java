package io.pgdouble.engine.tree;

import java.util.List;

/** DROP of most objects; an object is a ListValue of names, a TypeName or an ObjectWithArgs. */
public record DropStmt(
    List<Node> objects,
    ObjectType removeType,
    DropBehavior behavior,
    boolean missingOk,
    boolean concurrent)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.dropStmt(this);
  }
}
