package io.pgdouble.engine.tree;

import java.util.List;

/**
 * SET and RESET; {@code modes} only for SET TRANSACTION and SESSION CHARACTERISTICS ({@code
 * SET_MULTI}), and the snapshot as an argument.
 */
public record VariableSetStmt(
    VariableSetKind kind, String name, List<Expr> args, List<DefElem> modes, boolean local)
    implements UtilityStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.variableSetStmt(this);
  }
}
