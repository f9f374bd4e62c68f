package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CREATE POLICY. */
public record CreatePolicyStmt(
    String policyName,
    RangeVar table,
    String cmdName,
    boolean permissive,
    List<RoleSpec> roles,
    Optional<Expr> qual,
    Optional<Expr> withCheck)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createPolicyStmt(this);
  }
}
