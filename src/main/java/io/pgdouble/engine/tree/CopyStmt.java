package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** COPY; without a file name it is STDIN or STDOUT. */
public record CopyStmt(
    Optional<RangeVar> relation,
    Optional<Statement> query,
    List<String> attlist,
    boolean isFrom,
    boolean isProgram,
    Optional<String> filename,
    List<DefElem> options,
    Optional<Expr> whereClause)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.copyStmt(this);
  }
}
