package io.pgdouble.engine.tree;

import java.util.Optional;

/** SECURITY LABEL. */
public record SecLabelStmt(
    ObjectType objtype, Node object, Optional<String> provider, Optional<String> label)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.secLabelStmt(this);
  }
}
