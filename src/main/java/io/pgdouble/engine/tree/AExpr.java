package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/**
 * An operator with its operands; a prefix operator has no {@code lexpr}; {@code name} may be
 * qualified.
 */
public record AExpr(
    AExprKind kind, List<String> name, Optional<Expr> lexpr, Expr rexpr, int location)
    implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.aExpr(this);
  }
}
