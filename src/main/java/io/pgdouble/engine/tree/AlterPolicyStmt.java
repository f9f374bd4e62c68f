package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** ALTER POLICY. */
public record AlterPolicyStmt(
    String policyName,
    RangeVar table,
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
    return handler.alterPolicyStmt(this);
  }
}
