package io.pgdouble.engine.tree;

import java.util.Optional;

/** ALTER ... RENAME. */
public record RenameStmt(
    ObjectType renameType,
    ObjectType relationType,
    Optional<RangeVar> relation,
    Optional<Node> object,
    Optional<String> subname,
    String newname,
    DropBehavior behavior,
    boolean missingOk)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.renameStmt(this);
  }
}
