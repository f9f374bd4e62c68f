package io.pgdouble.engine.tree;

/** ALTER EXTENSION ADD and DROP. */
public record AlterExtensionContentsStmt(
    String extname, boolean add, ObjectType objtype, Node object) implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterExtensionContentsStmt(this);
  }
}
