package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CREATE FUNCTION and PROCEDURE. */
public record CreateFunctionStmt(
    boolean isProcedure,
    boolean replace,
    List<String> funcname,
    List<FunctionParameter> parameters,
    Optional<TypeName> returnType,
    List<DefElem> options,
    List<Statement> sqlBody,
    boolean hasBody)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createFunctionStmt(this);
  }
}
