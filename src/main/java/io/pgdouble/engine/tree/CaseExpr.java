package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CASE, with or without a tested argument. */
public record CaseExpr(
    Optional<Expr> arg, List<CaseWhen> args, Optional<Expr> defresult, int location)
    implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.caseExpr(this);
  }
}
