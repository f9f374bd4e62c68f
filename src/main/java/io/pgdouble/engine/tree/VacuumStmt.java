package io.pgdouble.engine.tree;

import java.util.List;

/** VACUUM, or ANALYZE if {@code vacuum} is false. */
public record VacuumStmt(List<DefElem> options, List<VacuumRelation> rels, boolean vacuum)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.vacuumStmt(this);
  }
}
