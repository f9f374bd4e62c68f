package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CREATE RULE. */
public record RuleStmt(
    RangeVar relation,
    String rulename,
    Optional<Expr> whereClause,
    CmdType event,
    boolean instead,
    List<Statement> actions,
    boolean replace)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.ruleStmt(this);
  }
}
