package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CREATE INDEX. */
public record IndexStmt(
    Optional<String> idxname,
    RangeVar relation,
    Optional<String> accessMethod,
    List<IndexElem> indexParams,
    List<String> including,
    List<DefElem> options,
    Optional<String> tableSpace,
    Optional<Expr> whereClause,
    boolean unique,
    boolean nullsNotDistinct,
    boolean concurrent,
    boolean ifNotExists)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.indexStmt(this);
  }
}
