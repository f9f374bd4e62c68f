package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** ALTER DOMAIN. */
public record AlterDomainStmt(
    String subtype,
    List<String> typeName,
    Optional<String> name,
    Optional<Node> def,
    DropBehavior behavior,
    boolean missingOk)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.alterDomainStmt(this);
  }
}
