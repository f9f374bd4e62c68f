package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** A sub-select in an expression. An ANY with an empty {@code operName} came from IN. */
public record SubLink(
    SubLinkType subLinkType,
    Optional<Expr> testexpr,
    List<String> operName,
    SelectStmt subselect,
    int location)
    implements Expr {
  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.subLink(this);
  }
}
