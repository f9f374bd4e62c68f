package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CREATE DOMAIN. */
public record CreateDomainStmt(
    List<String> domainname,
    TypeName typeName,
    Optional<CollateClause> collClause,
    List<Constraint> constraints)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createDomainStmt(this);
  }
}
